import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { afterEach, expect, it, vi } from "vitest";
import { sleep, startTimer, systemClock } from "./clock.ts";
import { rateLimit } from "./rate-limit/rate-limit.ts";
import { countListeners } from "./test-utils/count-listeners.ts";
import { createContext, write } from "./test-utils/request-context.ts";
import { success } from "./test-utils/fake-client.ts";

const DAY_MS = 24 * 60 * 60_000;

it("sleeps for the delay, and removes its timer and listener", async () => {
  const clock = new VirtualClock();
  const { signal } = new AbortController();
  const listeners = countListeners(signal);
  await clock.run(sleep(1_500, signal, clock));
  expect(clock.now()).toBe(1_500);
  expect([clock.pending, listeners()]).toEqual([0, 0]);
});

it("rejects with the signal's reason and removes its timer on an abort", async () => {
  const clock = new VirtualClock();
  const controller = new AbortController();
  const sleeping = sleep(1_500, controller.signal, clock);
  controller.abort("enough");
  await expect(sleeping).rejects.toBe("enough");
  expect([clock.pending, clock.now()]).toEqual([0, 0]);
});

it("rejects when the signal has already aborted", async () => {
  const clock = new VirtualClock();
  await expect(sleep(1_500, AbortSignal.abort("before"), clock)).rejects.toBe("before");
  expect(clock.pending).toBe(0);
});

it("splits a delay that is too long for setTimeout", async () => {
  const clock = new VirtualClock();
  await clock.run(sleep(100 * DAY_MS, undefined, clock));
  expect(clock.now()).toBe(100 * DAY_MS);
  expect(clock.longestDelayMs).toBe(2 ** 31 - 1);
});

it("restarts a timer that fired early", () => {
  const timers: { callback: () => void; delayMs: number }[] = [];
  let nowMs = 0;
  const earlyClock = {
    now: () => nowMs,
    setTimeout: (callback: () => void, delayMs: number) => timers.push({ callback, delayMs }),
    clearTimeout: () => {},
  };
  const callback = vi.fn();
  startTimer(earlyClock, 100, callback);
  nowMs = 99.5;
  timers[0]?.callback();
  expect(callback).not.toHaveBeenCalled();
  nowMs = 100;
  timers[1]?.callback();
  expect(callback).toHaveBeenCalledTimes(1);
  expect(timers.map(({ delayMs }) => delayMs)).toEqual([100, 0.5]);
});

afterEach(() => void vi.useRealTimers());

/** A clock whose timers have `unref`, as in Node. */
class UnrefClock extends VirtualClock {
  unref = vi.fn();

  override setTimeout(callback: () => void, delayMs: number): unknown {
    return Object.assign(super.setTimeout(callback, delayMs) as object, { unref: this.unref });
  }
}

it("keeps a process alive by default", () => {
  const clock = new UnrefClock();
  startTimer(clock, 10, () => {});
  expect(clock.unref).not.toHaveBeenCalled();
  startTimer(clock, 10, () => {}, false);
  expect(clock.unref).toHaveBeenCalledTimes(1);
});

it("does not keep a process alive for a subscription to a window", async () => {
  const clock = new UnrefClock();
  const limiter = rateLimit({ clock });
  await limiter(async () => success())(createContext(write));
  const unsubscribe = limiter.subscribe(write, () => {});
  expect([clock.pending, clock.unref.mock.calls.length]).toEqual([1, 1]);
  unsubscribe();
  expect(clock.pending).toBe(0);
});

it("fires at once and passes 0 to setTimeout for a negative delay", async () => {
  const clock = new VirtualClock();
  const callback = vi.fn();
  const setTimeout = vi.spyOn(clock, "setTimeout");
  startTimer(clock, -5, callback);
  await clock.advance(0);
  expect(callback).toHaveBeenCalledTimes(1);
  expect(setTimeout.mock.calls[0]?.[1]).toBe(0);
});

it("uses the current global timers", () => {
  vi.useFakeTimers();
  const [fired, stopped] = [vi.fn(), vi.fn()];
  startTimer(systemClock, 100, fired);
  startTimer(systemClock, 100, stopped)();
  vi.advanceTimersByTime(100);
  expect([fired.mock.calls.length, stopped.mock.calls.length]).toEqual([1, 0]);
});
