import { IamError } from "@segment-iam/client";
import type { SimulatedRequest } from "@segment-iam/test-utils/simulated-api";
import type { Fault } from "@segment-iam/test-utils/simulated-fault";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { faults } from "../test-utils/faults.ts";
import { runCalls, plannedCalls, type Outcome, type PlannedCall } from "../test-utils/planned-calls.ts";
import { simulate, type Simulation, type SimulationOptions } from "../test-utils/simulate.ts";

// To shrink a failure takes longer than to find it.
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => void vi.unstubAllGlobals());

interface Course extends Simulation {
  readonly outcomes: readonly Outcome[];
  /** The requests of a call, in their order. */
  requestsOf(outcome: Outcome): SimulatedRequest[];
}

/** Whatever is called, whatever the server does: what came of it has to hold. */
async function always(
  holds: (course: Course) => void | Promise<void>,
  options: Partial<SimulationOptions> = {},
  each: { faults?: fc.Arbitrary<Fault[]>; plannedCalls?: fc.Arbitrary<PlannedCall[]> } = {},
): Promise<void> {
  const limit = fc.integer({ min: 1, max: 20 });
  await fc.assert(
    fc.asyncProperty(
      each.plannedCalls ?? plannedCalls(),
      each.faults ?? faults(),
      limit,
      fc.integer(),
      async (plan, faults, limit, seed) => {
        const simulation = simulate({ seed, faults, limit, windowMs: 10_000, ...options });
        const outcomes = await runCalls(simulation, plan);
        const requestsOf = ({ name }: Outcome): SimulatedRequest[] =>
          simulation.api.requests.filter(({ call }) => call === name);
        await holds({ ...simulation, outcomes, requestsOf });
      },
    ),
    { numRuns: 60 },
  );
}

/** Whether a request may have been carried out, for all its sender can know. */
const isAmbiguous = ({ fault, status }: SimulatedRequest): boolean =>
  status === undefined ? fault.kind !== "refused" : status >= 500 || status === 408;

it("3: a call makes at most 4 attempts, and 5 more for 429s that the queue waits for", async () => {
  await always(({ outcomes, requestsOf }) => {
    for (const outcome of outcomes) {
      const requests = requestsOf(outcome);
      const refused = requests.filter(({ status }) => status === 429).length;
      expect(requests.length - Math.min(5, refused)).toBeLessThanOrEqual(4);
    }
  });
});

it("5: an abort at any time settles the call once with its reason, and leaves no timer and no listener", async () => {
  await always(({ outcomes, clock }) => {
    expect(clock.pending).toBe(0);
    for (const { name, settled, listenersLeft, error, planned } of outcomes) {
      expect([settled, listenersLeft]).toEqual([1, 0]);
      const mayEnd = planned.abortAfterMs !== 0 && (error === undefined || error instanceof IamError);
      expect(mayEnd || error === `${name} aborted`).toBe(true);
    }
  });
});

it("6: every queued call settles: sent, aborted, timed out or rejected", async () => {
  const crowded = plannedCalls(40, null).map((plan) => plan.map((call) => ({ ...call, operation: "write" as const })));
  await always(
    ({ outcomes, limiter, clock }) => {
      expect(outcomes.every(({ settled }) => settled === 1)).toBe(true);
      expect(limiter.state({ id: "addThing", method: "POST", path: "/things" }).queued).toBe(0);
      expect(clock.pending).toBe(0);
    },
    { rateLimit: { maxQueueSize: 20, maxWaitMs: 40_000 } },
    { plannedCalls: crowded },
  );
});

it("7: a write that may have been executed is not repeated", async () => {
  await always(({ outcomes, requestsOf }) => {
    for (const outcome of outcomes.filter(({ planned }) => planned.operation === "write")) {
      expect(requestsOf(outcome).slice(0, -1).filter(isAmbiguous)).toEqual([]);
    }
  });
});

it("11: each attempt sends the same bytes to the same URL", async () => {
  await always(({ outcomes, requestsOf }) => {
    for (const outcome of outcomes) {
      const body = outcome.planned.operation === "write" ? JSON.stringify({ name: outcome.name }) : null;
      for (const sent of requestsOf(outcome)) {
        expect([sent.url, sent.body]).toEqual(["https://api.segmentapis.com/things", body]);
      }
    }
  });
});

it("13: no delay over 2^31 - 1 ms reaches setTimeout", async () => {
  const endless = { retry: { deadlineMs: Infinity, maxDelayMs: Infinity }, rateLimit: { maxWaitMs: Infinity } };
  await always(
    ({ clock, outcomes }) => {
      expect(clock.longestDelayMs).toBeLessThanOrEqual(2 ** 31 - 1);
      expect(outcomes.every(({ settled }) => settled === 1)).toBe(true);
    },
    endless,
    { faults: faults(2 ** 34), plannedCalls: plannedCalls(5, 2 ** 33) },
  );
});

it("14: no rejection is unhandled, and nothing is open after the last call", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  await always(async ({ clock }) => {
    expect(clock.pending).toBe(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).not.toHaveBeenCalled();
  });
  process.off("unhandledRejection", unhandled);
});
