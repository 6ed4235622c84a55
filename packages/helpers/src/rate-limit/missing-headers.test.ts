import { expect, it } from "vitest";
import { alone, ask, limit, refused, sendAll, told, windowWith } from "../testing/pacing.ts";

it("counts a request without an answer as used up", () => {
  const window = alone();
  ask(window, undefined, 60_060);
  expect(window.remaining(60_060)).toBe(58);
});

it("takes off a request without an answer from what answers say that may not have counted it", () => {
  const window = alone();
  const [answered, lost] = [window.reserve(60_050), window.reserve(60_050)];
  window.record(lost, undefined, 60_060);
  // The server counted it after the one that it answers here.
  window.record(answered, told(2, 60_000, 1_060_000), 60_070);
  expect([window.remaining(60_070), window.limit()]).toEqual([57, 60]);
  ask(window, told(4, 60_000, 1_060_000), 60_080);
  expect([window.remaining(60_080), window.limit()]).toEqual([56, 60]);
});

it("closes the gate for as long as the 429 that asks for most, whatever gets no answer", () => {
  const window = alone();
  const [first, lost, second] = [window.reserve(60_050), window.reserve(60_050), window.reserve(60_050)];
  window.record(first, refused(9_000), 60_060);
  window.record(lost, undefined, 60_061);
  window.record(second, refused(2_000), 60_062);
  expect(window.endsAtMs(60_062)).toBe(69_060);
});

it("takes it off until every request that was under way with it is answered", () => {
  const window = alone();
  const [answered, lost] = [window.reserve(60_050), window.reserve(60_050)];
  window.record(lost, undefined, 60_060);
  window.reserve(60_065);
  window.record(answered, told(2, 60_000, 1_060_000), 60_070);
  expect(window.remaining(60_070)).toBe(60 - 2 - 1 - 1);
});

it("does not take it off the next window, which a later probe opened", () => {
  const window = alone();
  const [, lost] = [window.reserve(60_050), window.reserve(60_050)];
  window.record(lost, undefined, 60_060);
  ask(window, told(1, 60_000, 1_130_000), 130_000);
  expect(window.remaining(130_000)).toBe(60 - 1 - 1);
});

it("takes it for one of ours, not for somebody else's", () => {
  const window = windowWith(limit);
  ask(window, told(1));
  ask(window, undefined);
  ask(window, undefined);
  expect(sendAll(window)).toHaveLength(4);
});
