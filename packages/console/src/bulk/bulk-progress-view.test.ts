import { expect, it } from "vitest";
import { timeLeft } from "./time-left.ts";

it.each([
  [1, "about 1 s"],
  [20_000, "about 20 s"],
  [90_000, "about 2 min"],
  [600_000, "about 10 min"],
])("says %d ms as %j", (etaMs, text) => {
  expect(timeLeft(etaMs)).toBe(text);
});
