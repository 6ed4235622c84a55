import { expect, it } from "vitest";
import { createContext, read } from "../test-utils/request-context.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { compareResets, readRateLimitError, readRateLimitInfo } from "./read-rate-limit-info.ts";

const date = "Thu, 01 Jan 2026 12:00:00 GMT";
const context = createContext(read);

it("reads the headers of a success", async () => {
  const reset = "Thu, 01 Jan 2026 12:00:42 GMT";
  const headers = { "x-ratelimit-consumed": "3", "x-ratelimit-remaining": "57", "x-ratelimit-reset": reset, date };
  expect(readRateLimitInfo(success({}, headers), context)).toEqual({
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
  ["over an hour after the response", { "x-ratelimit-reset": "Thu, 01 Jan 2026 13:00:01 GMT", date }],
  ["two seconds before the response", { "x-ratelimit-reset": "Thu, 01 Jan 2026 11:59:58 GMT", date }],
])("ignores a reset %s, and reads the other headers", async (_, reset) => {
  const headers = { "x-ratelimit-consumed": "3", "x-ratelimit-remaining": "57", ...reset };
  expect(readRateLimitInfo(success({}, headers), context)).toEqual({ ok: true, consumed: 3, remaining: 57 });
});

it.each([
  ["Thu, 01 Jan 2026 11:59:59 GMT", 0],
  ["Thu, 01 Jan 2026 12:00:00 GMT", 0],
  ["Thu, 01 Jan 2026 12:00:01 GMT", 1_000],
])("accepts a reset within one second of the response: %s", (reset, resetInMs) => {
  const info = readRateLimitInfo(success({}, { "x-ratelimit-reset": reset, date }), context);
  expect(info).toMatchObject({ resetMs: Date.parse(reset), resetInMs });
});

it("returns no counts for a response without headers", () => {
  expect(readRateLimitInfo(failure(500), context)).toEqual({ ok: false });
});

it.each(["", "-1", "many", "1.5"])("ignores the count %j", async (count) => {
  const { remaining } = readRateLimitInfo(success({}, { "x-ratelimit-remaining": count }), context);
  expect(remaining).toBeUndefined();
});

it("reads the delay from the body of a 429", async () => {
  const response = failure(429, {}, { msBeforeNext: 4_000, remainingPoints: 0, consumedPoints: 21 });
  expect(await readRateLimitError(response, context)).toEqual({
    ok: false,
    isRateLimited: true,
    retryAfterMs: 4_050,
  });
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

it.each([
  ["an hour", undefined, 3_600, true],
  ["over an hour", undefined, 3_601, false],
  ["over an hour with windows of an hour", 3_600, 7_000, true],
  ["days with windows of an hour", 3_600, 200_000, false],
])("reads the delay of a 429 only if it is plausible: %s", async (_, windowSeconds, delaySeconds, isPlausible) => {
  const operation = { ...read, ...(windowSeconds && { rateLimit: { requests: 10, windowSeconds } }) };
  const response = failure(429, { "retry-after": String(delaySeconds - 1) });
  const { retryAfterMs, isImplausible } = await readRateLimitError(response, createContext(operation));
  expect([retryAfterMs, isImplausible]).toEqual(isPlausible ? [delaySeconds * 1_000, undefined] : [undefined, true]);
});
