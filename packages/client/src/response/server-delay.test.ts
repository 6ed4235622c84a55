import { afterEach, expect, it, vi } from "vitest";
import { serverDelayMs } from "./server-delay.ts";

const date = "Thu, 01 Jan 2026 00:00:00 GMT";
const oneLater = "Thu, 01 Jan 2026 00:00:01 GMT";
const reset = "Thu, 01 Jan 2026 00:00:30 GMT";
const body = [{ type: "RequestError", data: { msBeforeNext: 57_647 } }];

afterEach(() => void vi.useRealTimers());

it.each([
  [
    "msBeforeNext, which precedes any header",
    429,
    { date, "retry-after": "9", "x-ratelimit-reset": reset },
    body,
    57_697,
  ],
  ["Retry-After, which precedes the reset", 429, { date, "retry-after": "9", "x-ratelimit-reset": reset }, [], 10_000],
  ["the reset relative to the Date of the response", 429, { date, "x-ratelimit-reset": reset }, [], 31_000],
  ["only the margin from a reset one second ago", 429, { date: oneLater, "x-ratelimit-reset": date }, [], 1_000],
  ["no delay from a reset in the past", 429, { date: reset, "x-ratelimit-reset": date }, [], undefined],
  ["no delay from a reset in 1970", 429, { date, "x-ratelimit-reset": "Thu, 01 Jan 1970 00:00:00 GMT" }, [], undefined],
  ["Retry-After on a 503", 503, { "retry-after": "2" }, [], 3_000],
  ["a fraction of seconds", 503, { "retry-after": "1.5" }, [], 2_500],
  ["the first of several values", 503, { "retry-after": "120, 60" }, [], 121_000],
  ["only the margin from a Retry-After of zero", 503, { "retry-after": "0" }, [], 1_000],
  ["a date in Retry-After", 503, { date, "retry-after": reset }, [], 31_000],
  ["an ISO date", 503, { date, "retry-after": "2026-01-01T00:01:00Z" }, [], 61_000],
  ["no delay from a date in the past", 503, { date: reset, "retry-after": date }, [], undefined],
  ["the reset if Retry-After is invalid", 429, { date, "retry-after": "soon", "x-ratelimit-reset": reset }, [], 31_000],
  ["no delay from a reset without a 429", 500, { date, "x-ratelimit-reset": reset }, [], undefined],
  ["no delay from a reset without a Date", 429, { "x-ratelimit-reset": reset }, [], undefined],
  ["only the margin from an msBeforeNext of zero", 429, {}, [{ type: "RequestError", data: { msBeforeNext: 0 } }], 50],
  [
    "Retry-After if msBeforeNext is negative",
    429,
    { "retry-after": "9" },
    [{ type: "RequestError", data: { msBeforeNext: -1 } }],
    10_000,
  ],
  ["no delay from null", 429, {}, [{ type: "RequestError", data: null }], undefined],
  ["no delay from a number in a string", 429, {}, [{ type: "RequestError", data: { msBeforeNext: "1" } }], undefined],
])("reads %s", (_, status, headers, errors, delayMs) => {
  expect(serverDelayMs(new Response("", { status, headers }), errors)).toBe(delayMs);
});

it.each([
  ["30 seconds away", "Thu, 01 Jan 2026 00:00:30 GMT", 31_000],
  ["an hour away", "Thu, 01 Jan 2026 01:00:00 GMT", 3_601_000],
  ["a second ago", "Wed, 31 Dec 2025 23:59:59 GMT", 1_000],
  ["over an hour away", "Thu, 01 Jan 2026 01:00:01 GMT", undefined],
  ["a day away", "Fri, 02 Jan 2026 00:00:00 GMT", undefined],
  ["in the past", "Wed, 31 Dec 2025 00:00:00 GMT", undefined],
])(
  "compares a date in Retry-After with the local clock if the response has no valid Date: %s",
  (_, retryAfter, delayMs) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(date) });
    for (const headers of [{ "retry-after": retryAfter }, { "retry-after": retryAfter, date: "now" }])
      expect(serverDelayMs(new Response("", { status: 503, headers }), [])).toBe(delayMs);
  },
);
