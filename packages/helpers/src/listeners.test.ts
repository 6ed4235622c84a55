import { expect, it, vi } from "vitest";
import { Listeners } from "./listeners.ts";

it("calls each entry until it is removed, the same function once for each", () => {
  const listeners = new Listeners();
  const listener = vi.fn();
  const remove = listeners.add(listener);
  listeners.add(listener);
  listeners.notify();
  remove();
  listeners.notify();
  expect(listener).toHaveBeenCalledTimes(2 + 1);
});

it("keeps what one of them throws from the others and from the caller, but not from sight", () => {
  const queued: (() => void)[] = [];
  vi.spyOn(globalThis, "queueMicrotask").mockImplementation((callback) => void queued.push(callback));
  const listeners = new Listeners();
  const other = vi.fn();
  listeners.add(() => {
    throw new Error("in a listener");
  });
  listeners.add(other);
  listeners.notify();
  vi.restoreAllMocks();
  expect(other).toHaveBeenCalledTimes(1);
  expect(queued[0]).toThrow("in a listener");
});
