import { IamError } from "@segment-iam/client";
import type { SimulatedRequest } from "@segment-iam/test-utils/simulated-api";
import type { Fault } from "@segment-iam/test-utils/simulated-fault";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { faults } from "../test-utils/faults.ts";
import { runCalls, plannedCalls, type Outcome, type PlannedCall } from "../test-utils/planned-calls.ts";
import { simulate, type Simulation, type SimulationOptions } from "../test-utils/simulate.ts";

afterEach(() => void vi.unstubAllGlobals());

interface FinishedSimulation extends Simulation {
  readonly outcomes: readonly Outcome[];
  /** Returns the requests of a call, in the order of sending. */
  requestsOf(outcome: Outcome): SimulatedRequest[];
}

/** Asserts a property for any planned calls and any faults. */
async function assertAlways(
  check: (finished: FinishedSimulation) => void | Promise<void>,
  options: Partial<SimulationOptions> = {},
  arbitraries: { faults?: fc.Arbitrary<Fault[]>; plannedCalls?: fc.Arbitrary<PlannedCall[]> } = {},
): Promise<void> {
  const limit = fc.integer({ min: 1, max: 20 });
  await fc.assert(
    fc.asyncProperty(
      arbitraries.plannedCalls ?? plannedCalls(),
      arbitraries.faults ?? faults(),
      limit,
      fc.integer(),
      async (plan, faults, limit, seed) => {
        const simulation = simulate({ seed, faults, limit, windowMs: 10_000, ...options });
        const outcomes = await runCalls(simulation, plan);
        const requestsOf = ({ name }: Outcome): SimulatedRequest[] =>
          simulation.api.requests.filter(({ call }) => call === name);
        await check({ ...simulation, outcomes, requestsOf });
      },
    ),
    { numRuns: 60 },
  );
}

/** Returns whether a request may have been executed, as far as the client can know. */
const isAmbiguous = ({ fault, status }: SimulatedRequest): boolean =>
  status === undefined ? fault.kind !== "refused" : status >= 500 || status === 408;

it("makes at most 4 attempts, and 5 more for 429s that the queue waits for", async () => {
  await assertAlways(({ outcomes, requestsOf }) => {
    for (const outcome of outcomes) {
      const requests = requestsOf(outcome);
      const refused = requests.filter(({ status }) => status === 429).length;
      expect(requests.length - Math.min(5, refused)).toBeLessThanOrEqual(4);
    }
  });
});

it("settles a call once with the abort reason and removes timers and listeners, whenever it is aborted", async () => {
  await assertAlways(({ outcomes, clock }) => {
    expect(clock.pending).toBe(0);
    for (const { name, settled, listenersLeft, error, planned } of outcomes) {
      expect([settled, listenersLeft]).toEqual([1, 0]);
      const mayEnd = planned.abortAfterMs !== 0 && (error === undefined || error instanceof IamError);
      expect(mayEnd || error === `${name} aborted`).toBe(true);
    }
  });
});

it("settles every queued call: sent, aborted, timed out or rejected", async () => {
  const manyWrites = plannedCalls(40, null).map((plan) =>
    plan.map((call) => ({ ...call, operation: "write" as const })),
  );
  await assertAlways(
    ({ outcomes, limiter, clock }) => {
      expect(outcomes.every(({ settled }) => settled === 1)).toBe(true);
      expect(limiter.state({ id: "addThing", method: "POST", path: "/things" }).queued).toBe(0);
      expect(clock.pending).toBe(0);
    },
    { rateLimit: { maxQueueSize: 20, maxWaitMs: 40_000 } },
    { plannedCalls: manyWrites },
  );
});

it("does not repeat a write that may have been executed", async () => {
  await assertAlways(({ outcomes, requestsOf }) => {
    for (const outcome of outcomes.filter(({ planned }) => planned.operation === "write")) {
      expect(requestsOf(outcome).slice(0, -1).filter(isAmbiguous)).toEqual([]);
    }
  });
});

it("sends the same bytes to the same URL with each attempt", async () => {
  await assertAlways(({ outcomes, requestsOf }) => {
    for (const outcome of outcomes) {
      const body = outcome.planned.operation === "write" ? JSON.stringify({ name: outcome.name }) : null;
      for (const sent of requestsOf(outcome)) {
        expect([sent.url, sent.body]).toEqual(["https://api.segmentapis.com/things", body]);
      }
    }
  });
});

it("passes no delay over 2^31 - 1 ms to setTimeout", async () => {
  const unlimited = { retry: { deadlineMs: Infinity, maxDelayMs: Infinity }, rateLimit: { maxWaitMs: Infinity } };
  await assertAlways(
    ({ clock, outcomes }) => {
      expect(clock.longestDelayMs).toBeLessThanOrEqual(2 ** 31 - 1);
      expect(outcomes.every(({ settled }) => settled === 1)).toBe(true);
    },
    unlimited,
    { faults: faults(2 ** 34), plannedCalls: plannedCalls(5, 2 ** 33) },
  );
});

it("leaves no unhandled rejection and no timer after the last call", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  await assertAlways(async ({ clock }) => {
    expect(clock.pending).toBe(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).not.toHaveBeenCalled();
  });
  process.off("unhandledRejection", unhandled);
});
