import { expect, it } from "vitest";
import type { RateLimitInfo } from "./read-rate-limit-info.ts";
import { compareEnds, windowLeftMs } from "./window.ts";

it.each<[string, Partial<RateLimitInfo>, number | undefined, number]>([
  ["the dates, with their resolution", { consumed: 7, resetInMs: 20_000 }, 60_000, 21_050],
  ["the length of the window, of the call that opened it", { consumed: 1, resetInMs: 60_000 }, 60_000, 60_050],
  ["the dates, of a call that did not open it", { consumed: 7, resetInMs: 59_500 }, 60_000, 60_550],
  ["the length of the window, within the resolution of dates", { consumed: 1, resetInMs: 60_999 }, 60_000, 60_050],
  ["the dates, when they contradict the spec by a second", { consumed: 1, resetInMs: 61_000 }, 60_000, 62_050],
  ["the dates, when they are sharper", { consumed: 1, resetInMs: 58_000 }, 60_000, 59_050],
  ["the dates, when they contradict the spec", { consumed: 1, resetInMs: 90_000 }, 60_000, 91_050],
  ["the dates, when the spec states no length", { consumed: 1, resetInMs: 60_000 }, undefined, 61_050],
  ["the length of the window, without dates", { consumed: 7 }, 10_000, 10_050],
  ["a minute, when nobody tells anything", { consumed: 7 }, undefined, 60_050],
])("ends a window by %s", (_, answer, statedMs, endMs) => {
  expect(windowLeftMs({ ok: true, ...answer }, statedMs ?? NaN, statedMs ?? 60_000)).toBe(endMs);
});

it.each([
  [10_000, 10_000, 60_000, 0],
  [10_000, 11_000, 60_000, 0],
  [10_000, 11_500, 60_000, 0],
  [10_000, 11_501, 60_000, -1],
  [10_000, 10_500, 1_000, 0],
  [10_000, 70_000, 60_000, -1],
  [70_000, 10_000, 60_000, 1],
  [11_000, 10_000, 1_000, 1],
])("tells the window that ends at %i from the one at %i", (resetMs, otherMs, windowMs, order) => {
  expect(Math.sign(compareEnds(resetMs, otherMs, windowMs))).toBe(order);
});
