import { expect, it } from "vitest";
import { linkAbortSignal } from "./link-abort-signal.ts";
import { countListeners } from "./test-utils/count-listeners.ts";

it("aborts with the signal's reason, whether the signal aborts later or has already aborted", () => {
  const [source, later, now] = [new AbortController(), new AbortController(), new AbortController()];
  linkAbortSignal(source.signal, later);
  expect(later.signal.aborted).toBe(false);
  source.abort("enough");
  linkAbortSignal(source.signal, now);
  expect([later.signal.reason, now.signal.reason]).toEqual(["enough", "enough"]);
});

it("removes its listener from the signal, and works without a signal", () => {
  const [source, controller] = [new AbortController(), new AbortController()];
  const listeners = countListeners(source.signal);
  const unlink = linkAbortSignal(source.signal, controller);
  expect(listeners()).toBe(1);
  unlink();
  source.abort();
  expect([listeners(), controller.signal.aborted]).toEqual([0, false]);
  linkAbortSignal(undefined, controller)();
  expect(controller.signal.aborted).toBe(false);
});
