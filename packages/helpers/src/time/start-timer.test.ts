import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { afterEach, expect, it, vi } from "vitest";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { exchangeOf, write } from "../test-utils/exchange.ts";
import { success } from "../test-utils/fake-client.ts";
import { systemClock } from "./clock.ts";
import { startTimer } from "./start-timer.ts";

afterEach(() => void vi.useRealTimers());

/** A clock whose timers can let a process end, as Node's can, and how many were told to. */
class UnrefClock extends VirtualClock {
  unref = vi.fn();

  override setTimeout(callback: () => void, delayMs: number): unknown {
    return Object.assign(super.setTimeout(callback, delayMs) as object, { unref: this.unref });
  }
}

it("keeps a process alive unless told otherwise", () => {
  const clock = new UnrefClock();
  startTimer(clock, 10, () => {});
  expect(clock.unref).not.toHaveBeenCalled();
  startTimer(clock, 10, () => {}, false);
  expect(clock.unref).toHaveBeenCalledTimes(1);
});

it("does not keep one alive for the end of a window that is only watched", async () => {
  const clock = new UnrefClock();
  const limiter = rateLimit({ clock });
  await limiter(async () => success())(exchangeOf(write));
  const leave = limiter.subscribe(write, () => {});
  expect([clock.pending, clock.unref.mock.calls.length]).toEqual([1, 1]);
  leave();
  expect(clock.pending).toBe(0);
});

it("fires at once when nothing is left to wait, and never asks for less than nothing", async () => {
  const clock = new VirtualClock();
  const callback = vi.fn();
  const setTimeout = vi.spyOn(clock, "setTimeout");
  startTimer(clock, -5, callback);
  await clock.advance(0);
  expect(callback).toHaveBeenCalledTimes(1);
  expect(setTimeout.mock.calls[0]?.[1]).toBe(0);
});

it("runs on the platform's own timers, looked up at the time of use", () => {
  vi.useFakeTimers();
  const [fired, stopped] = [vi.fn(), vi.fn()];
  startTimer(systemClock, 100, fired);
  startTimer(systemClock, 100, stopped)();
  vi.advanceTimersByTime(100);
  expect([fired.mock.calls.length, stopped.mock.calls.length]).toEqual([1, 0]);
});
