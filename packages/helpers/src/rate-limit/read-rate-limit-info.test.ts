import { expect, it } from "vitest";
import { createContext, read } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import {
  compareResets,
  readRateLimitError,
  readRateLimitInfo,
  windowLeftMs,
  type RateLimitInfo,
} from "./read-rate-limit-info.ts";

const date = "Thu, 01 Jan 2026 12:00:00 GMT";

it("reads the headers of a success", async () => {
  const reset = "Thu, 01 Jan 2026 12:00:42 GMT";
  const headers = { "x-ratelimit-consumed": "3", "x-ratelimit-remaining": "57", "x-ratelimit-reset": reset, date };
  expect(readRateLimitInfo(success({}, headers))).toEqual({
    ok: true,
    consumed: 3,
    remaining: 57,
    resetMs: Date.parse(reset),
    resetInMs: 42_000,
  });
});

it.each([
  ["in 1970", { "x-ratelimit-reset": "Thu, 01 Jan 1970 00:00:00 GMT", date }],
  ["that is not a date", { "x-ratelimit-reset": "soon", date }],
  ["without a Date header", { "x-ratelimit-reset": "Thu, 01 Jan 2026 12:00:42 GMT" }],
  ["two seconds before the response", { "x-ratelimit-reset": "Thu, 01 Jan 2026 11:59:58 GMT", date }],
])("ignores a reset %s, and reads the other headers", async (_, reset) => {
  const headers = { "x-ratelimit-consumed": "3", "x-ratelimit-remaining": "57", ...reset };
  expect(readRateLimitInfo(success({}, headers))).toEqual({ ok: true, consumed: 3, remaining: 57 });
});

it.each([
  ["Thu, 01 Jan 2026 11:59:59 GMT", 0],
  ["Thu, 01 Jan 2026 12:00:00 GMT", 0],
  ["Thu, 01 Jan 2026 12:00:01 GMT", 1_000],
])("accepts a reset within one second of the response: %s", (reset, resetInMs) => {
  const info = readRateLimitInfo(success({}, { "x-ratelimit-reset": reset, date }));
  expect(info).toMatchObject({ resetMs: Date.parse(reset), resetInMs });
});

it("returns no counts for a response without headers", () => {
  expect(readRateLimitInfo(failure(500))).toEqual({ ok: false });
});

it.each(["", "-1", "many", "1.5"])("ignores the count %j", async (count) => {
  const { remaining } = readRateLimitInfo(success({}, { "x-ratelimit-remaining": count }));
  expect(remaining).toBeUndefined();
});

it("reads the delay from the body of a 429", async () => {
  const response = failure(429, {}, { msBeforeNext: 4_000, remainingPoints: 0, consumedPoints: 21 });
  expect(await readRateLimitError(response, createContext(read))).toEqual({
    ok: false,
    isRateLimited: true,
    retryAfterMs: 4_050,
  });
});

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
  expect(windowLeftMs({ ok: true, ...info }, specMs ?? NaN, specMs ?? 60_000)).toBe(endMs);
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
])("compares the resets %i and %i of windows of %i ms: %i", (resetMs, otherMs, windowMs, order) => {
  expect(Math.sign(compareResets(resetMs, otherMs, windowMs))).toBe(order);
});
