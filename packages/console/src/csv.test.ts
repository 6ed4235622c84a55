import { expect, it } from "vitest";
import { readCsvRows } from "./csv.ts";

it.each([
  ["commas", "a,b\nc,d"],
  ["semicolons", "a;b\nc;d"],
  ["tabs", "a\tb\nc\td"],
  ["Windows line ends", "a,b\r\nc,d\r\n"],
  ["spaces around cells", " a , b \nc,d"],
])("reads %s", (_, text) => {
  expect(readCsvRows(text)).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["c", "d"] },
  ]);
});

it("counts lines, also where rows are empty or cells hold line breaks", () => {
  const lines = readCsvRows('email\n\n"a\nb"\nc\n').map(({ line }) => line);
  expect(lines).toEqual([1, 3, 5]);
});

it("finds nothing in nothing", () => {
  expect(readCsvRows("\n \n")).toEqual([]);
});
