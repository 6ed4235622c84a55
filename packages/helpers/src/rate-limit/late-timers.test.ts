import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { createContext, read } from "../test-utils/request-context.ts";
import { rateLimit } from "./rate-limit.ts";

const WINDOW_MS = 10_000;

/** Creates a rate limiter whose timers fire late, as in a busy process. The server permits 2 requests in ten seconds. */
function startLate(latenessMs: number) {
  const clock = new VirtualClock();
  const lateClock = {
    now: () => clock.now(),
    setTimeout: (callback: () => void, delayMs: number) => clock.setTimeout(callback, delayMs + latenessMs),
    clearTimeout: (timer: unknown) => clock.clearTimeout(timer),
  };
  const server = new SimulatedApi({ clock, limit: 2, windowMs: WINDOW_MS });
  const limiter = rateLimit({ clock: lateClock, maxWaitMs: 600_000 });
  const handler = limiter(server.handle);
  return { clock, server, limiter, call: (signal?: AbortSignal) => handler(createContext(read, { signal })) };
}

/** Fills the window and the queue, and advances to the time between the end of the window and its timer. */
async function startBetweenEndAndTimer() {
  const started = startLate(100);
  const { clock, limiter, call } = started;
  const settled = vi.fn();
  const controller = new AbortController();
  for (const signal of [undefined, undefined, undefined, controller.signal]) call(signal).then(settled, settled);
  await clock.advance(1);
  while (limiter.state(read).blocked) await clock.advance(1);
  expect(limiter.state(read)).toMatchObject({ queued: 2, blocked: false });
  return { ...started, settled, controller };
}

it.each<[string, (started: Awaited<ReturnType<typeof startBetweenEndAndTimer>>) => number]>([
  ["a call is made", ({ call, settled }) => (void call().then(settled), 5)],
  ["a call is aborted", ({ controller }) => (controller.abort(), 4)],
  ["a listener is added", ({ limiter }) => (limiter.subscribe(read, () => {}), 4)],
])("sends waiting calls when %s between the end of a window and its timer", async (_, cause) => {
  const started = await startBetweenEndAndTimer();
  const count = cause(started);
  await started.clock.advance(10 * WINDOW_MS);
  expect(started.settled).toHaveBeenCalledTimes(count);
  expect(started.limiter.state(read).queued).toBe(0);
});

it("settles every call, however late timers fire", async () => {
  const arrivals = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(arrivals, fc.integer({ min: 0, max: 1_500 }), async (arrivals, latenessMs) => {
      const { clock, server, call } = startLate(latenessMs);
      const settled = vi.fn();
      for (const atMs of arrivals) clock.setTimeout(() => void call().then(settled, settled), atMs);
      await clock.advance(500_000);
      expect(settled).toHaveBeenCalledTimes(arrivals.length);
      expect(server.refused).toBe(0);
      expect(clock.pending).toBe(0);
    }),
  );
});
