import { expect, it } from "vitest";

import { filesInReview, filesWithTypeErrors } from "./run-variant.ts";

it("finds the files that a review names", () => {
  const report = `Review
  - Breaking changes: 1, listed above under Major
  - packages/react/src/a.ts: remove the optimistic update of a
  - README.md: remove useA
`;
  expect(filesInReview(report)).toEqual(["packages/react/src/a.ts", "README.md"]);
});

it("finds each file with type errors once", () => {
  const output = `@segment-iam/react:typecheck: $ tsc -p .
@segment-iam/react:typecheck: src/a.tsx(1,2): error TS2305: Module has no exported member 'a'.
@segment-iam/react:typecheck: src/a.tsx(3,4): error TS7031: Binding element 'b' implicitly has an 'any' type.
@segment-iam/scripts:typecheck: faults/c.ts(5,6): error TS2305: Module has no exported member 'a'.
@segment-iam/example-next:typecheck: app/page.tsx(7,8): error TS2305: Module has no exported member 'a'.
@segment-iam/scripts:typecheck: ../packages/helpers/src/d.ts(5,6): error TS2305: Module has no exported member 'a'.
`;
  expect(filesWithTypeErrors(output)).toEqual([
    "packages/react/src/a.tsx",
    "scripts/faults/c.ts",
    "packages/examples/next/app/page.tsx",
    "packages/helpers/src/d.ts",
  ]);
});
