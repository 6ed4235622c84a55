import type { SimulatedRequest } from "@segment-iam/test-utils/simulated-api";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { read } from "../test-utils/request-context.ts";
import { faults } from "../test-utils/faults.ts";
import { runCalls, plannedCalls, type PlannedCall } from "../test-utils/planned-calls.ts";
import { simulate, type SimulationOptions } from "../test-utils/simulate.ts";

// Shrinking a failure takes longer than finding it.
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const DAY_MS = 86_400_000;
const limit = fc.integer({ min: 1, max: 20 });
/** Any outcome except 429s of another limit than the simulated one. */
const withoutRefusals = faults().filter((all) => all.every((fault) => fault.kind !== "failed" || fault.status !== 429));
/** Calls of one operation, so that they share a limit. */
const reads = plannedCalls(40).map((plan) => plan.map((call) => ({ ...call, operation: "read" as const })));

async function record(plan: readonly PlannedCall[], options: SimulationOptions) {
  const simulation = simulate({ windowMs: 10_000, ...options });
  await runCalls(simulation, plan);
  return simulation.api;
}

/** Requests that were sent too early. A 429 delays all calls, another failure only its own call. */
function tooEarly(sent: readonly SimulatedRequest[]): SimulatedRequest[] {
  return sent.flatMap(({ status, call, retryAtMs = 0, sentBeforeResponse = Infinity }) =>
    sent
      .slice(sentBeforeResponse)
      .filter((later) => (status === 429 || later.call === call) && later.sentMs < retryAtMs),
  );
}

/** Requests that got a 429 although their sender knew the window. */
function tooMany(sent: readonly SimulatedRequest[]): SimulatedRequest[] {
  return sent.filter(
    ({ status, window }, index) =>
      status === 429 &&
      sent.some(
        (other) => other.window === window && other.status === 200 && (other.sentBeforeResponse ?? Infinity) <= index,
      ),
  );
}

function schedule(sent: readonly SimulatedRequest[]): unknown[] {
  return sent.map(({ call, sentMs, status }) => [call, sentMs, status]);
}

it("1: no request is sent before the true reset or a given Retry-After", async () => {
  await fc.assert(
    fc.asyncProperty(reads, faults(), limit, fc.integer(), async (plan, faults, limit, seed) => {
      const { requests } = await record(plan, { seed, faults, limit, rateLimit: { maxWaitMs: 600_000 } });
      expect(tooEarly(requests)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it("2: a known window never gets more requests than its limit, whatever fails", async () => {
  await fc.assert(
    fc.asyncProperty(reads, withoutRefusals, limit, fc.integer(), async (plan, faults, limit, seed) => {
      const { requests } = await record(plan, { seed, faults, limit, rateLimit: { maxWaitMs: 600_000 } });
      expect(tooMany(requests)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it("4: a clock that is wrong by days, on either side, changes nothing", async () => {
  const days = fc.integer({ min: -400, max: 400 });
  await fc.assert(
    fc.asyncProperty(
      reads,
      faults(),
      limit,
      fc.integer(),
      days,
      days,
      async (plan, faults, limit, seed, ours, theirs) => {
        const options = { seed, faults, limit };
        const right = schedule((await record(plan, options)).requests);
        vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 0, 1) + ours * DAY_MS });
        const wrong = schedule((await record(plan, { ...options, skewMs: theirs * DAY_MS })).requests);
        vi.useRealTimers();
        expect(wrong).toEqual(right);
      },
    ),
    { numRuns: 40 },
  );
});

it("12: no class starves, however many calls the other class makes", async () => {
  const classes = fc.constantFrom<("interactive" | "bulk")[]>(["interactive", "bulk"], ["bulk", "interactive"]);
  await fc.assert(
    fc.asyncProperty(classes, limit, fc.integer(), async ([many, few], limit, seed) => {
      const { clock, call } = simulate({ seed, limit, windowMs: 10_000, rateLimit: { maxWaitMs: Infinity } });
      const controller = new AbortController();
      const flood = { priority: many ?? "bulk", signal: controller.signal };
      const keepAsking = async (): Promise<void> => {
        while (!controller.signal.aborted) await call("one of many", read, flood).catch(() => {});
      };
      const askers = Array.from({ length: limit * 2 }, keepAsking);
      await clock.advance(15_000);
      const options = { priority: few, timeoutMs: 600_000 };
      await clock.run(Promise.all([call("first", read, options), call("second", read, options)]));
      expect(clock.now()).toBeLessThan(15_000 + (2 + 20 / limit) * 11_100);
      controller.abort();
      await clock.run(Promise.all(askers));
    }),
    { numRuns: 40 },
  );
});
