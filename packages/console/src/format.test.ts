import { expect, it } from "vitest";
import { formatAge, formatEta, formatQuantity } from "./format.ts";

it.each([
  [0, "0 users"],
  [1, "1 user"],
  [2, "2 users"],
  [1_000, "1,000 users"],
])("formats %d users as %j", (count, text) => {
  expect(formatQuantity(count, ["user", "users"])).toBe(text);
});

it.each([
  [1, "about 1 s"],
  [20_000, "about 20 s"],
  [90_000, "about 2 min"],
  [600_000, "about 10 min"],
])("formats %d ms as %j", (etaMs, text) => {
  expect(formatEta(etaMs)).toBe(text);
});

it.each([
  [0, "just now"],
  [59_999, "just now"],
  [60_000, "1 min ago"],
  [3_599_999, "59 min ago"],
  [7_200_000, "2 h ago"],
])("formats an age of %d ms as %j", (ageMs, text) => {
  expect(formatAge(ageMs)).toBe(text);
});
