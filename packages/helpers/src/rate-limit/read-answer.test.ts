import { expect, it } from "vitest";
import { exchangeOf, read } from "../test-utils/exchange.ts";
import { failure, success } from "../test-utils/fake-client.ts";
import { readAnswer, readRefusal } from "./read-answer.ts";

const date = "Thu, 01 Jan 2026 12:00:00 GMT";

it("reads the figures of a success", async () => {
  const reset = "Thu, 01 Jan 2026 12:00:42 GMT";
  const headers = { "x-ratelimit-consumed": "3", "x-ratelimit-remaining": "57", "x-ratelimit-reset": reset, date };
  expect(readAnswer(success({}, headers))).toEqual({
    ok: true,
    consumed: 3,
    remaining: 57,
    resetMs: Date.parse(reset),
    resetInMs: 42_000,
  });
});

it.each([
  ["in 1970", { "x-ratelimit-reset": "Thu, 01 Jan 1970 00:00:00 GMT", date }],
  ["that is no date", { "x-ratelimit-reset": "soon", date }],
  ["without a date to measure it by", { "x-ratelimit-reset": "Thu, 01 Jan 2026 12:00:42 GMT" }],
  ["two seconds before the answer", { "x-ratelimit-reset": "Thu, 01 Jan 2026 11:59:58 GMT", date }],
])("does not believe a reset %s, but the figures beside it", async (_, reset) => {
  const headers = { "x-ratelimit-consumed": "3", "x-ratelimit-remaining": "57", ...reset };
  expect(readAnswer(success({}, headers))).toEqual({ ok: true, consumed: 3, remaining: 57 });
});

it.each([
  ["Thu, 01 Jan 2026 11:59:59 GMT", 0],
  ["Thu, 01 Jan 2026 12:00:00 GMT", 0],
  ["Thu, 01 Jan 2026 12:00:01 GMT", 1_000],
])("believes a reset within the resolution of dates: %s", (reset, resetInMs) => {
  const answer = readAnswer(success({}, { "x-ratelimit-reset": reset, date }));
  expect(answer).toMatchObject({ resetMs: Date.parse(reset), resetInMs });
});

it("reads nothing where there is nothing", () => {
  expect(readAnswer(failure(500))).toEqual({ ok: false });
});

it.each(["", "-1", "many", "1.5"])("does not take %j for a count", async (count) => {
  const { remaining } = readAnswer(success({}, { "x-ratelimit-remaining": count }));
  expect(remaining).toBeUndefined();
});

it("reads from a 429's body how long to wait", async () => {
  const response = failure(429, {}, { msBeforeNext: 4_000, remainingPoints: 0, consumedPoints: 21 });
  expect(await readRefusal(response, exchangeOf(read))).toEqual({ ok: false, refused: true, retryAfterMs: 4_050 });
});
