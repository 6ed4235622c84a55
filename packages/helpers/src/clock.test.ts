import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { afterEach, expect, it, vi } from "vitest";
import { sleep, startTimer, systemClock } from "./clock.ts";
import { rateLimit } from "./rate-limit/rate-limit.ts";
import { countListeners } from "./test-utils/count-listeners.ts";
import { createContext, write } from "./test-utils/request-context.ts";
import { success } from "./test-utils/fake-client.ts";

const DAY_MS = 24 * 60 * 60_000;

it("sleeps for the delay, and leaves no timer and no listener", async () => {
  const clock = new VirtualClock();
  const { signal } = new AbortController();
  const listeners = countListeners(signal);
  await clock.run(sleep(1_500, signal, clock));
  expect(clock.now()).toBe(1_500);
  expect([clock.pending, listeners()]).toEqual([0, 0]);
});

it("rejects with the signal's reason when it aborts, and leaves no timer", async () => {
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

it("sets a timer again that fired early", () => {
  const set: { callback: () => void; delayMs: number }[] = [];
  let nowMs = 0;
  const early = {
    now: () => nowMs,
    setTimeout: (callback: () => void, delayMs: number) => set.push({ callback, delayMs }),
    clearTimeout: () => {},
  };
  const callback = vi.fn();
  startTimer(early, 100, callback);
  nowMs = 99.5;
  set[0]?.callback();
  expect(callback).not.toHaveBeenCalled();
  nowMs = 100;
  set[1]?.callback();
  expect(callback).toHaveBeenCalledTimes(1);
  expect(set.map(({ delayMs }) => delayMs)).toEqual([100, 0.5]);
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

it("does not keep a process alive for a window that is only watched", async () => {
  const clock = new UnrefClock();
  const limiter = rateLimit({ clock });
  await limiter(async () => success())(createContext(write));
  const leave = limiter.subscribe(write, () => {});
  expect([clock.pending, clock.unref.mock.calls.length]).toEqual([1, 1]);
  leave();
  expect(clock.pending).toBe(0);
});

it("fires at once for a negative delay, and passes 0 to setTimeout", async () => {
  const clock = new VirtualClock();
  const callback = vi.fn();
  const setTimeout = vi.spyOn(clock, "setTimeout");
  startTimer(clock, -5, callback);
  await clock.advance(0);
  expect(callback).toHaveBeenCalledTimes(1);
  expect(setTimeout.mock.calls[0]?.[1]).toBe(0);
});

it("uses the platform's current timers", () => {
  vi.useFakeTimers();
  const [fired, stopped] = [vi.fn(), vi.fn()];
  startTimer(systemClock, 100, fired);
  startTimer(systemClock, 100, stopped)();
  vi.advanceTimersByTime(100);
  expect([fired.mock.calls.length, stopped.mock.calls.length]).toEqual([1, 0]);
});
