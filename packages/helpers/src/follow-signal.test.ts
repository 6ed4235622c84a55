import { expect, it } from "vitest";
import { followSignal } from "./follow-signal.ts";
import { countListeners } from "./test-utils/count-listeners.ts";

it("aborts with the reason of the signal, now or later", () => {
  const [source, later, now] = [new AbortController(), new AbortController(), new AbortController()];
  followSignal(source.signal, later);
  expect(later.signal.aborted).toBe(false);
  source.abort("enough");
  followSignal(source.signal, now);
  expect([later.signal.reason, now.signal.reason]).toEqual(["enough", "enough"]);
});

it("leaves the signal when told, and has none to leave where there is none", () => {
  const [source, controller] = [new AbortController(), new AbortController()];
  const listeners = countListeners(source.signal);
  const leave = followSignal(source.signal, controller);
  expect(listeners()).toBe(1);
  leave();
  source.abort();
  expect([listeners(), controller.signal.aborted]).toEqual([0, false]);
  followSignal(undefined, controller)();
  expect(controller.signal.aborted).toBe(false);
});
