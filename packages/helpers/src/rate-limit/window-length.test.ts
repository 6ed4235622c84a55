import { expect, it } from "vitest";
import type { RateLimitInfo } from "./read-rate-limit-info.ts";
import { createWindowLength } from "./window-length.ts";

it.each<[string, Partial<RateLimitInfo>, number | undefined, number]>([
  ["the dates plus their resolution", { consumed: 7, resetInMs: 20_000 }, 60_000, 21_050],
  ["the length from the spec for the first request", { consumed: 1, resetInMs: 60_000 }, 60_000, 60_050],
  ["the dates for a later request", { consumed: 7, resetInMs: 59_500 }, 60_000, 60_550],
  ["the length from the spec for dates within their resolution", { consumed: 1, resetInMs: 60_999 }, 60_000, 60_050],
  ["the dates if they exceed the spec by a second", { consumed: 1, resetInMs: 61_000 }, 60_000, 62_050],
  ["the dates if they are earlier than the length", { consumed: 1, resetInMs: 58_000 }, 60_000, 59_050],
  ["the dates if they contradict the spec", { consumed: 1, resetInMs: 90_000 }, 60_000, 91_050],
  ["the dates without a length in the spec", { consumed: 1, resetInMs: 60_000 }, undefined, 61_050],
  ["the length from the spec without dates", { consumed: 7 }, 10_000, 10_050],
  ["a minute without any information", { consumed: 7 }, undefined, 60_050],
])("bounds the end of a window by %s", (_, info, specMs, endMs) => {
  const length = createWindowLength();
  if (specMs) length.setSpec(specMs);
  expect(length.leftMs({ ok: true, ...info })).toBe(endMs);
});

/** Creates a length with a spec and the first responses of windows, which state `resetsInMs`. */
function lengthAfter(specMs: number, ...resetsInMs: number[]) {
  const length = createWindowLength();
  length.setSpec(specMs);
  for (const resetInMs of resetsInMs) length.leftMs({ ok: true, consumed: 1, resetInMs });
  return length;
}

it.each([
  ["the length that two windows state", NaN, [1_000, 1_000], 1_000],
  ["the longest length that two windows state", NaN, [2_000, 1_000], 2_000],
  ["the length that two windows state, if it contradicts the spec", 60_000, [1_000, 1_000], 1_000],
  ["the length from the spec, if two windows state about that length", 60_000, [59_000, 60_000], 60_000],
  ["no length that only one window states", NaN, [1_000], NaN],
])("learns %s", (_, specMs, resetsInMs, knownMs) => {
  const length = lengthAfter(specMs, ...resetsInMs);
  expect(length.knownMs()).toBe(knownMs);
});

it("ends a window by the learned length", () => {
  expect(lengthAfter(NaN, 1_000, 1_000).leftMs({ ok: true, consumed: 1, resetInMs: 1_000 })).toBe(1_050);
});

it("adapts to a window that is longer than the learned length", () => {
  expect(lengthAfter(NaN, 1_000, 1_000).leftMs({ ok: true, consumed: 1, resetInMs: 5_000 })).toBe(5_050);
  expect(lengthAfter(60_000, 60_000, 60_000).leftMs({ ok: true, consumed: 1, resetInMs: 90_000 })).toBe(90_050);
});

it("uses the dates after the learned length was too short", () => {
  const length = lengthAfter(NaN, 1_000, 1_000);
  length.stopLearning();
  expect(length.knownMs()).toBeNaN();
  expect(length.leftMs({ ok: true, consumed: 1, resetInMs: 1_000 })).toBe(2_050);
});
