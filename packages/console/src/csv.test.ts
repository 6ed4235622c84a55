import { expect, it } from "vitest";
import { parseCsv } from "./csv.ts";

it.each([
  ["commas", "a,b\nc,d"],
  ["semicolons", "a;b\nc;d"],
  ["tabs", "a\tb\nc\td"],
  ["Windows line endings", "a,b\r\nc,d\r\n"],
  ["spaces around cells", " a , b \nc,d"],
])("parses %s", (_, text) => {
  expect(parseCsv(text)).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["c", "d"] },
  ]);
});

it("counts lines across empty rows and line breaks in cells", () => {
  const lines = parseCsv('email\n\n"a\nb"\nc\n').map(({ line }) => line);
  expect(lines).toEqual([1, 3, 5]);
});

it("returns no rows for an empty file", () => {
  expect(parseCsv("\n \n")).toEqual([]);
});
