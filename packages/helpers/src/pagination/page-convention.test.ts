import { expect, it } from "vitest";
import { nextCursor, pageInput, pageTotal, previousCursor } from "./page-convention.ts";

it.each([
  [undefined, undefined, undefined, { pagination: { count: 200 } }],
  [{ userId: "u" }, "b", 10, { userId: "u", pagination: { count: 10, cursor: "b" } }],
  [{ pagination: { count: 5, cursor: "a" } }, undefined, 10, { pagination: { count: 5, cursor: "a" } }],
])("merges the input %j, the cursor %j and the count %j into %j", (input, cursor, count, expected) => {
  expect(pageInput(input, cursor, count)).toStrictEqual(expected);
});

it.each([
  [{ pagination: { next: "b", previous: "a" } }, "b", "a"],
  [{ pagination: { next: null, previous: null } }, undefined, undefined],
  [{ pagination: { next: "", previous: "" } }, undefined, undefined],
  [{ pagination: {} }, undefined, undefined],
  [{}, undefined, undefined],
])("reads the cursors of %j as %j and %j", (data, next, previous) => {
  expect([nextCursor(data), previousCursor(data)]).toEqual([next, previous]);
});

it("reads the total number of items, or undefined without it", () => {
  const totals = [{ pagination: { totalEntries: 7 } }, { pagination: {} }, {}].map(pageTotal);
  expect(totals).toEqual([7, undefined, undefined]);
});
