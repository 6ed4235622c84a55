import type { SimulatedRequest } from "@segment-iam/test-utils/simulated-api";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { read } from "../test-utils/request-context.ts";
import { faults } from "../test-utils/faults.ts";
import { runCalls, plannedCalls, type PlannedCall } from "../test-utils/planned-calls.ts";
import { simulate, type SimulationOptions } from "../test-utils/simulate.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const DAY_MS = 86_400_000;
const limit = fc.integer({ min: 1, max: 20 });
/** Faults without 429s, so that only the simulated limit sends them. */
const withoutRateLimitErrors = faults().filter((all) =>
  all.every((fault) => fault.kind !== "failed" || fault.status !== 429),
);
/** Planned calls of one operation, which share a limit. */
const reads = plannedCalls(40).map((plan) => plan.map((call) => ({ ...call, operation: "read" as const })));

async function requestsOf(plan: readonly PlannedCall[], options: SimulationOptions) {
  const simulation = simulate({ windowMs: 10_000, ...options });
  await runCalls(simulation, plan);
  return simulation.api.requests;
}

/** Returns requests that were sent too early. A 429 delays all calls. Another failure delays only its own call. */
function sentTooEarly(sent: readonly SimulatedRequest[]): SimulatedRequest[] {
  return sent.flatMap(({ status, call, retryAtMs = 0, sentBeforeResponse = Infinity }) =>
    sent
      .slice(sentBeforeResponse)
      .filter((later) => (status === 429 || later.call === call) && later.sentMs < retryAtMs),
  );
}

/** Returns requests that got a 429 although the client knew the window. */
function overLimit(sent: readonly SimulatedRequest[]): SimulatedRequest[] {
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

it("sends no request before the end of the window or a given Retry-After", async () => {
  await fc.assert(
    fc.asyncProperty(reads, faults(), limit, fc.integer(), async (plan, faults, limit, seed) => {
      const requests = await requestsOf(plan, { seed, faults, limit, rateLimit: { maxWaitMs: 600_000 } });
      expect(sentTooEarly(requests)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it("never exceeds the limit of a known window, for any failures", async () => {
  await fc.assert(
    fc.asyncProperty(reads, withoutRateLimitErrors, limit, fc.integer(), async (plan, faults, limit, seed) => {
      const requests = await requestsOf(plan, { seed, faults, limit, rateLimit: { maxWaitMs: 600_000 } });
      expect(overLimit(requests)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it("behaves the same when the local or the server clock is wrong by days", async () => {
  const days = fc.integer({ min: -400, max: 400 });
  await fc.assert(
    fc.asyncProperty(
      reads,
      faults(),
      limit,
      fc.integer(),
      days,
      days,
      async (plan, faults, limit, seed, localDays, serverDays) => {
        const options = { seed, faults, limit };
        const expected = schedule(await requestsOf(plan, options));
        vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 0, 1) + localDays * DAY_MS });
        const skewed = schedule(await requestsOf(plan, { ...options, skewMs: serverDays * DAY_MS }));
        vi.useRealTimers();
        expect(skewed).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});

it("starves no priority, for any number of calls of the other priority", async () => {
  const priorities = fc.constantFrom<("interactive" | "bulk")[]>(["interactive", "bulk"], ["bulk", "interactive"]);
  await fc.assert(
    fc.asyncProperty(priorities, limit, fc.integer(), async ([many, few], limit, seed) => {
      const { clock, call } = simulate({ seed, limit, windowMs: 10_000, rateLimit: { maxWaitMs: Infinity } });
      const controller = new AbortController();
      const manyOptions = { priority: many ?? "bulk", signal: controller.signal };
      const callInLoop = async (): Promise<void> => {
        while (!controller.signal.aborted) await call("one of many", read, manyOptions).catch(() => {});
      };
      const loops = Array.from({ length: limit * 2 }, callInLoop);
      await clock.advance(15_000);
      const options = { priority: few, timeoutMs: 600_000 };
      await clock.run(Promise.all([call("first", read, options), call("second", read, options)]));
      expect(clock.now()).toBeLessThan(15_000 + (2 + 20 / limit) * 11_100);
      controller.abort();
      await clock.run(Promise.all(loops));
    }),
    { numRuns: 40 },
  );
});
