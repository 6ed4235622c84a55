import { expect, it } from "vitest";
import { exchangeOf, read } from "../testing/exchange.ts";
import { failure, success } from "../testing/fake-client.ts";
import { readAnswer } from "./read-answer.ts";

const date = "Thu, 01 Jan 2026 12:00:00 GMT";

it("reads the figures of a success", async () => {
  const reset = "Thu, 01 Jan 2026 12:00:42 GMT";
  const headers = { "x-ratelimit-consumed": "3", "x-ratelimit-remaining": "57", "x-ratelimit-reset": reset, date };
  expect(await readAnswer(success({}, headers), exchangeOf(read))).toEqual({
    kind: "success",
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
])("does not believe a reset %s", async (_, headers) => {
  const { resetMs, resetInMs } = await readAnswer(success({}, headers), exchangeOf(read));
  expect([resetMs, resetInMs]).toEqual([undefined, undefined]);
});

it.each(["", "-1", "many", "1.5"])("does not take %j for a count", async (count) => {
  const { remaining } = await readAnswer(success({}, { "x-ratelimit-remaining": count }), exchangeOf(read));
  expect(remaining).toBeUndefined();
});

it("reads from a 429's body how long to wait, and leaves the body readable", async () => {
  const response = failure(429, {}, { msBeforeNext: 4_000, remainingPoints: 0, consumedPoints: 21 });
  expect(await readAnswer(response, exchangeOf(read))).toEqual({ kind: "refused", retryAfterMs: 4_050 });
  expect(await response.json()).toHaveProperty("errors");
});
