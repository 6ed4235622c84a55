import { expect, it } from "vitest";

import { findPatternProblem } from "./pattern-problem.ts";

it.each([
  "^[a-z0-9]+(-[a-z0-9]+)*$",
  "^sha256:[a-f0-9]{64}$",
  "^(?=.*\\d).{8,}$",
  "^\\p{L}{1,128}$",
  "",
  "a".repeat(9_999),
])("accepts %j", (pattern) => {
  expect(findPatternProblem(pattern)).toBeUndefined();
});

it.each(["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(?:[a-z]+\\.?)+$", "^([a-z]+)+\\1$", "(.*a){20}$"])(
  "rejects %j, which has catastrophic backtracking",
  (pattern) => {
    expect(findPatternProblem(pattern)).toBe("matching it could take very long");
  },
);

it.each(["(", "[\\w-.]", "(?i)a", "\\_", "a++"])("rejects %j, which is not a valid JavaScript pattern", (pattern) => {
  expect(findPatternProblem(pattern)).toBe("it is not a valid JavaScript regular expression");
});

it("rejects a pattern that is too long to analyse", () => {
  expect(findPatternProblem("a+".repeat(501))).toBe("matching it could take very long");
});
