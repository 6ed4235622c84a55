import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { delay } from "./delay.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("is over after its time, and leaves no listener", async () => {
  const { signal } = new AbortController();
  const remove = vi.spyOn(signal, "removeEventListener");
  const waiting = delay(30, signal);
  await vi.advanceTimersByTimeAsync(30);
  await expect(waiting).resolves.toBeUndefined();
  expect(remove).toHaveBeenCalledOnce();
});

it.each([true, false])(
  "ends with the signal's reason and leaves no timer; aborted beforehand: %s",
  async (beforehand) => {
    const controller = new AbortController();
    const reason = new Error("gone");
    if (beforehand) controller.abort(reason);
    const waiting = delay(30, controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  },
);
