import { expect, it } from "vitest";
import { isTyped, textToType } from "./confirm-by-typing.tsx";

it.each([
  [1, undefined],
  [20, undefined],
  [21, "21"],
  [1_000, "1000"],
])("returns for %i people the required text %j", (people, text) => {
  expect(textToType(people)).toBe(text);
});

it.each([
  ["", "259", false],
  ["25", "259", false],
  ["259", "259", true],
  [" 259 ", "259", true],
  ["1,000", "1000", true],
  ["1,00", "100", false],
  ["ADA@example.com", "ada@example.com", true],
  ["ada@example.co", "ada@example.com", false],
  ["", undefined, true],
])("compares the typed text %j with the expected text %j", (typed, expected, isEqual) => {
  expect(isTyped(typed, expected)).toBe(isEqual);
});
