import { expect, it } from "vitest";
import { estimateTimeLeftMs } from "./estimate-time-left.ts";

const minute = { requestMs: 100, windowMs: 60_000 };

it.each<[string, number, { limit?: number; remaining?: number; resetInMs?: number }, number]>([
  ["without a known limit", 30, {}, 3_000],
  ["when the requests fit into the window", 30, { limit: 60, remaining: 30, resetInMs: 20_000 }, 3_000],
  ["when the next window is needed", 40, { limit: 60, remaining: 30, resetInMs: 20_000 }, 20_000 + 1_000],
  ["while the run waits", 3, { limit: 60, remaining: 0, resetInMs: 15_000 }, 15_000 + 300],
  ["when several windows are needed", 190, { limit: 60, remaining: 30, resetInMs: 20_000 }, 20_000 + 120_000 + 4_000],
  ["while the run waits without a known limit", 3, { remaining: 0, resetInMs: 15_000 }, 15_000 + 300],
  ["when sending takes longer than the wait", 400, { limit: 500, remaining: 10, resetInMs: 1_000 }, 40_000],
  ["when the reset has passed", 3, { limit: 60, remaining: 0, resetInMs: 0 }, 300],
])("estimates the time %s", (_, requestsLeft, { resetInMs, ...state }, expectedMs) => {
  const rateLimit = { limit: undefined, remaining: undefined, ...state };
  expect(estimateTimeLeftMs({ ...minute, requestsLeft, rateLimit, resetInMs })).toBe(expectedMs);
});

it("has no estimate before the first response", () => {
  const rateLimit = { limit: 60, remaining: 60 };
  expect(
    estimateTimeLeftMs({ ...minute, requestMs: undefined, requestsLeft: 3, rateLimit, resetInMs: undefined }),
  ).toBeUndefined();
});
