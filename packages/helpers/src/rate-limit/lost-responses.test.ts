import { expect, it } from "vitest";
import {
  createUnsharedWindow,
  sendOne,
  limit,
  tooManyRequests,
  reserveAll,
  rateLimitInfo,
  createWindow,
} from "../test-utils/rate-limit-windows.ts";

it("counts a request without a response", () => {
  const window = createUnsharedWindow();
  sendOne(window, undefined, 60_060);
  expect(window.remaining(60_060)).toBe(58);
});

it("subtracts a request without a response from counts that might omit it", () => {
  const window = createUnsharedWindow();
  const [counted, lost] = [window.reserve(false, 60_050), window.reserve(false, 60_050)];
  window.record(lost, undefined, 60_060);
  // The server counted the lost request after the request of this response.
  window.record(counted, rateLimitInfo(2, 60_000, 1_060_000), 60_070);
  expect([window.remaining(60_070), window.limit()]).toEqual([57, 60]);
  sendOne(window, rateLimitInfo(4, 60_000, 1_060_000), 60_080);
  expect([window.remaining(60_080), window.limit()]).toEqual([56, 60]);
});

it("pauses for the longest of several 429s when another request gets no response", () => {
  const window = createUnsharedWindow();
  const [first, lost, second] = [
    window.reserve(false, 60_050),
    window.reserve(false, 60_050),
    window.reserve(false, 60_050),
  ];
  window.record(first, tooManyRequests(9_000), 60_060);
  window.record(lost, undefined, 60_061);
  window.record(second, tooManyRequests(2_000), 60_062);
  expect(window.endsAtMs(60_062)).toBe(69_060);
});

it("subtracts a lost request until all requests that were in flight with it have a response", () => {
  const window = createUnsharedWindow();
  const [counted, lost] = [window.reserve(false, 60_050), window.reserve(false, 60_050)];
  window.record(lost, undefined, 60_060);
  window.reserve(false, 60_065);
  window.record(counted, rateLimitInfo(2, 60_000, 1_060_000), 60_070);
  expect(window.remaining(60_070)).toBe(60 - 2 - 1 - 1);
});

it("does not subtract a lost request from the next window", () => {
  const window = createUnsharedWindow();
  const [, lost] = [window.reserve(false, 60_050), window.reserve(false, 60_050)];
  window.record(lost, undefined, 60_060);
  sendOne(window, rateLimitInfo(1, 60_000, 1_130_000), 130_000);
  expect(window.remaining(130_000)).toBe(60 - 1 - 1);
});

it("counts a lost request as a request of this client", () => {
  const window = createWindow(limit);
  sendOne(window, rateLimitInfo(1));
  sendOne(window, undefined);
  sendOne(window, undefined);
  expect(reserveAll(window)).toHaveLength(4);
});
