import { expect, it } from "vitest";
import { createContext } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { LIMIT, operation, simulateSharedLimit, WINDOW_MS } from "../test-utils/redis/simulate-shared-limit.ts";
import { sharedRateLimit } from "./shared-rate-limit.ts";

it.each([
  ["uses the whole window for bulk calls without an interactive call of any process", 0, LIMIT],
  ["reserves a share of the window after an interactive call of another process", 1, LIMIT - 1],
])("%s", async (_, interactiveCalls, accepted) => {
  const { clock, server, startProcess } = simulateSharedLimit({ maxWaitMs: Infinity });
  const [bulkProcess, otherProcess] = [startProcess(), startProcess()];
  const bulkCalls = Array.from({ length: 3 * LIMIT }, () => bulkProcess.call({ priority: "bulk" }));
  await clock.advance(500);
  const waiting = otherProcess.calls(interactiveCalls);
  await clock.advance(WINDOW_MS + 500);
  // The second window is full for bulk calls.
  expect(server.windows.map((window) => window.accepted)).toEqual([LIMIT, accepted]);
  await clock.run(Promise.all([...waiting, ...bulkCalls]));
  expect(server.refused).toBe(0);
});

it("sends calls of all processes after a reset in one of them", async () => {
  const { clock, windows, sentAtMs, startProcess } = simulateSharedLimit();
  const limiter = sharedRateLimit(windows, { clock });
  await clock.run(limiter(async () => failure(429, {}, { msBeforeNext: 60_000 }))(createContext(operation)));
  const call = startProcess().call();
  await clock.advance(1_000);
  expect(sentAtMs).toEqual([]);
  limiter.reset(operation);
  const own = limiter(async () => failure(500))(createContext(operation));
  await clock.run(Promise.all([own, call]));
  expect(clock.now()).toBeGreaterThan(1_000);
});

it("applies the limit from the spec after a raw call when responses have no headers", async () => {
  const { clock, windows } = simulateSharedLimit();
  const sentAtMs: number[] = [];
  const limiter = sharedRateLimit(windows, { clock });
  const limited = limiter(async () => {
    sentAtMs.push(clock.now());
    return success();
  });
  const { rateLimit: _, ...raw } = operation;
  await clock.run(limited(createContext(raw)));
  expect(limiter.state(operation).limit).toBe(LIMIT);
  // The window that the raw call opened has no limit. The limit from the spec applies after its end.
  await clock.advance(60_000);
  const startMs = clock.now();
  await clock.run(Promise.all(Array.from({ length: LIMIT + 1 }, () => limited(createContext(operation)))));
  const waitedMs = sentAtMs.slice(1).map((atMs) => atMs - startMs);
  expect(waitedMs.filter((ms) => ms < WINDOW_MS)).toHaveLength(LIMIT);
  expect(Math.max(...waitedMs)).toBeLessThan(1.1 * WINDOW_MS);
});
