import { expect, it } from "vitest";
import { alone, ask, limit, refused, sendAll, told, windowWith } from "../test-utils/rate-limit-windows.ts";

it("counts a request without a response", () => {
  const window = alone();
  ask(window, undefined, 60_060);
  expect(window.remaining(60_060)).toBe(58);
});

it("subtracts a request without a response from counts that may not include it", () => {
  const window = alone();
  const [answered, lost] = [window.reserve(60_050), window.reserve(60_050)];
  window.record(lost, undefined, 60_060);
  // The server counted it after the request of this response.
  window.record(answered, told(2, 60_000, 1_060_000), 60_070);
  expect([window.remaining(60_070), window.limit()]).toEqual([57, 60]);
  ask(window, told(4, 60_000, 1_060_000), 60_080);
  expect([window.remaining(60_080), window.limit()]).toEqual([56, 60]);
});

it("pauses for the longest of several 429s when another request gets no response", () => {
  const window = alone();
  const [first, lost, second] = [window.reserve(60_050), window.reserve(60_050), window.reserve(60_050)];
  window.record(first, refused(9_000), 60_060);
  window.record(lost, undefined, 60_061);
  window.record(second, refused(2_000), 60_062);
  expect(window.endsAtMs(60_062)).toBe(69_060);
});

it("subtracts it until all requests that were in flight with it have a response", () => {
  const window = alone();
  const [answered, lost] = [window.reserve(60_050), window.reserve(60_050)];
  window.record(lost, undefined, 60_060);
  window.reserve(60_065);
  window.record(answered, told(2, 60_000, 1_060_000), 60_070);
  expect(window.remaining(60_070)).toBe(60 - 2 - 1 - 1);
});

it("does not subtract it from the next window", () => {
  const window = alone();
  const [, lost] = [window.reserve(60_050), window.reserve(60_050)];
  window.record(lost, undefined, 60_060);
  ask(window, told(1, 60_000, 1_130_000), 130_000);
  expect(window.remaining(130_000)).toBe(60 - 1 - 1);
});

it("counts it as our own request", () => {
  const window = windowWith(limit);
  ask(window, told(1));
  ask(window, undefined);
  ask(window, undefined);
  expect(sendAll(window)).toHaveLength(4);
});
