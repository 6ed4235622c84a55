import { flushPromises } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { Listeners } from "./listeners.ts";

it("calls a listener once per addition until it is removed", () => {
  const listeners = new Listeners();
  const listener = vi.fn();
  const remove = listeners.add(listener);
  listeners.add(listener);
  listeners.notify();
  remove();
  listeners.notify();
  expect(listener).toHaveBeenCalledTimes(2 + 1);
});

it.each([
  [
    "throws",
    () => {
      throw new Error("in a listener");
    },
  ],
  ["rejects with", () => Promise.reject(new Error("in a listener"))],
])("logs an error that a listener %s, without affecting other listeners", async (_, fail) => {
  // An uncaught error or an unhandled rejection would fail the test run.
  const log = vi.spyOn(console, "error").mockReturnValue();
  const listeners = new Listeners();
  const other = vi.fn();
  listeners.add(fail);
  listeners.add(other);
  listeners.notify();
  expect(other).toHaveBeenCalledTimes(1);
  await flushPromises();
  expect(log.mock.calls).toEqual([[new Error("in a listener")]]);
  vi.restoreAllMocks();
});
