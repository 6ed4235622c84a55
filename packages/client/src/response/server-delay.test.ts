import { expect, it } from "vitest";
import { serverDelayMs } from "./server-delay.ts";

const date = "Thu, 01 Jan 2026 00:00:00 GMT";
const reset = "Thu, 01 Jan 2026 00:00:30 GMT";
const body = [{ type: "RequestError", data: { msBeforeNext: 57_647 } }];

it.each([
  ["the body before any header", 429, { date, "retry-after": "9", "x-ratelimit-reset": reset }, body, 57_697],
  ["Retry-After before the reset", 429, { date, "retry-after": "9", "x-ratelimit-reset": reset }, [], 10_000],
  ["the reset against the same response's Date", 429, { date, "x-ratelimit-reset": reset }, [], 31_000],
  ["a reset in the past as its margin", 429, { date: reset, "x-ratelimit-reset": date }, [], 1_000],
  ["Retry-After on a 503", 503, { "retry-after": "2" }, [], 3_000],
  ["no reset without a 429", 500, { date, "x-ratelimit-reset": reset }, [], undefined],
  ["no reset without a Date", 429, { "x-ratelimit-reset": reset }, [], undefined],
  ["no Retry-After date without a Date", 429, { "retry-after": reset }, [], undefined],
  ["no time at all as its margin", 429, {}, [{ type: "RequestError", data: { msBeforeNext: 0 } }], 50],
  ["no negative time", 429, { "retry-after": "9" }, [{ type: "RequestError", data: { msBeforeNext: -1 } }], 10_000],
  ["nothing in nothing", 429, {}, [{ type: "RequestError", data: null }], undefined],
  ["nothing in a number that is not one", 429, {}, [{ type: "RequestError", data: { msBeforeNext: "1" } }], undefined],
])("reads %s", (_, status, headers, errors, delayMs) => {
  expect(serverDelayMs(new Response("", { status, headers }), errors)).toBe(delayMs);
});
