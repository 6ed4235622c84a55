import { expect, it } from "vitest";
import { remainingShare } from "./remaining-share.ts";

const unknown = { limit: undefined, remaining: undefined, resetAtMs: undefined, blocked: false, queued: 0 };

it.each([
  ["before the first response", { limit: 60, remaining: 60 }, undefined],
  ["in a window", { limit: 60, remaining: 45, resetAtMs: 1 }, 0.75],
  ["in a window with more requests than the limit", { limit: 60, remaining: 70, resetAtMs: 1 }, 1],
  ["after a 429", { limit: 60, remaining: 0, resetAtMs: 1 }, 0],
  ["after a 429 without a known limit", { remaining: 0, resetAtMs: 1 }, 0],
  ["after the pause of a 429", { limit: 60, remaining: 60 }, undefined],
  ["without a known limit", { remaining: 5, resetAtMs: 1 }, undefined],
])("returns the remaining share %s", (_, state, share) => {
  expect(remainingShare({ ...unknown, ...state })).toBe(share);
});
