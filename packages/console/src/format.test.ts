import { expect, it } from "vitest";
import { formatEta, formatQuantity } from "./format.ts";

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
