import { expect, it } from "vitest";

import { SpecError, SpecErrors } from "./spec-error.ts";

it("contains the position, the reason and the fix", () => {
  const error = new SpecError("spec.yaml", { line: 3, column: 7 }, "The type is invalid", "Correct it");
  expect(error.message).toBe("spec.yaml:3:7: The type is invalid. Correct it.");
});

it("escapes control characters", () => {
  const error = new SpecError("f", { line: 1, column: 1 }, "Name \u001b[2J\n\u009b", "Correct it");
  expect(error.message).toBe(String.raw`f:1:1: Name \u001b[2J\u000a\u009b. Correct it.`);
});

it("sorts errors by position", () => {
  const places = [
    { line: 9, column: 1 },
    { line: 2, column: 5 },
    { line: 2, column: 1 },
  ];
  const errors = new SpecErrors(places.map((place) => new SpecError("f", place, "Wrong", "Correct it")));
  expect(errors.message.split("\n").map((line) => line.split(": ")[0])).toEqual(["f:2:1", "f:2:5", "f:9:1"]);
});
