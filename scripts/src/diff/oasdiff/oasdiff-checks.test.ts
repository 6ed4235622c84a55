import { expect, it } from "vitest";

import { RULES } from "../rules.ts";
import { changesOf } from "../test-utils/rule-case.ts";
import { COVERED, UNCOVERED } from "./oasdiff-checks.ts";

it.each(COVERED)("covers $id with the rule $kind in the scope $scope", ({ kind, scope, before, after }) => {
  expect(RULES).toContainEqual(expect.objectContaining({ kind, scope }));
  expect(changesOf(before, after)).toContainEqual(expect.objectContaining({ kind, scope }));
});

it("lists each check once, with a rule or a reason", () => {
  const ids = [...COVERED, ...UNCOVERED].map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(UNCOVERED.filter(({ reason }) => reason.length < 20)).toEqual([]);
  // The number of checks of oasdiff at the commit 4553c69.
  expect(ids).toHaveLength(509);
});
