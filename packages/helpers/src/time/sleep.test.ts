import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { countListeners } from "../test-utils/count-listeners.ts";
import { sleep } from "./sleep.ts";
import { startTimer } from "./start-timer.ts";

const DAY_MS = 24 * 60 * 60_000;

it("waits for as long as told and leaves nothing behind", async () => {
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

it("does not start when the signal has aborted before", async () => {
  const clock = new VirtualClock();
  await expect(sleep(1_500, AbortSignal.abort("before"), clock)).rejects.toBe("before");
  expect(clock.pending).toBe(0);
});

it("splits a delay that no platform's timer can hold", async () => {
  const clock = new VirtualClock();
  await clock.run(sleep(100 * DAY_MS, undefined, clock));
  expect(clock.now()).toBe(100 * DAY_MS);
  expect(clock.longestDelayMs).toBe(2 ** 31 - 1);
});

it("sets a timer again that fired too early", () => {
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
