import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { parseCsv } from "./parse-csv.ts";

const hasAddress = (cells: readonly string[]) => cells.some((cell) => /^[^\s@,;|]+@[^\s@,;|]+$/.test(cell));
const parse = (text: string) => parseCsv(text, hasAddress);

describe("delimiters", () => {
  it.each([
    ["commas", "a@x,b\nc@x,d"],
    ["semicolons", "a@x;b\nc@x;d"],
    ["semicolons and a trailing newline", "a@x;b\nc@x;d\n"],
    ["tabs", "a@x\tb\nc@x\td"],
    ["pipes", "a@x|b\nc@x|d"],
    ["Windows line endings", "a@x,b\r\nc@x,d\r\n"],
    ["old Mac line endings", "a@x,b\rc@x,d\r"],
    ["mixed line endings", "a@x,b\r\nc@x,d\n\r"],
    ["spaces around cells", " a@x , b \nc@x,d"],
    ["quotes", '"a@x","b"\n"c@x","d"'],
  ])("parses %s", (_, text) => {
    expect(parse(text)).toEqual({
      rows: [
        { line: 1, cells: ["a@x", "b"] },
        { line: 2, cells: ["c@x", "d"] },
      ],
      brokenLines: [],
    });
  });

  it.each([1, 2, 3, 7, 8, 20])("detects semicolons in %i rows with commas in cells", (count) => {
    const text = Array.from({ length: count }, (_, index) => `Lovelace, Ada, ${index};a${index}@x\n`).join("");
    expect(parse(text).rows.map(({ cells }) => cells.length)).toEqual(Array(count).fill(2));
  });

  it("detects the delimiter of rows with different lengths", () => {
    expect(parse("email;role;note\na@x;Admin\nb@x\nc@x;;late").rows.map(({ cells }) => cells)).toEqual([
      ["email", "role", "note"],
      ["a@x", "Admin"],
      ["b@x"],
      ["c@x", "", "late"],
    ]);
  });

  it.each([
    ["sep=;", "sep=;\na,b;c\n"],
    ["SEP and Windows line endings", "SEP=;\r\na,b;c"],
    ["sep in quotes", '"sep=;"\na,b;c'],
  ])("reads the delimiter from a line with %s", (_, text) => {
    expect(parse(text).rows).toEqual([{ line: 2, cells: ["a,b", "c"] }]);
  });
});

describe("lines", () => {
  it("counts across empty rows and line breaks in cells", () => {
    expect(parse('email\n\n"a\nb"\nc\n').rows.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it("returns no rows for an empty file", () => {
    expect(parse("\n \n")).toEqual({ rows: [], brokenLines: [] });
  });
});

describe("quotes", () => {
  it.each([
    ["a quote that is not closed", '"b@x,r'],
    ["text after a closing quote", '"Bo" b,b@x'],
  ])("reports the line of %s and keeps all other lines", (_, broken) => {
    const lines = Array.from({ length: 4_003 }, (_line, index) => (index === 2 ? broken : `p${index}@x,"r"`));
    const { rows, brokenLines } = parse(lines.join("\n"));
    expect(brokenLines).toEqual([{ line: 3, cells: [broken] }]);
    expect(rows).toHaveLength(4_002);
    expect(rows[2]).toEqual({ line: 4, cells: ["p3@x", "r"] });
  });

  it("reports the line of a quote that another stray quote closes later", () => {
    const { rows, brokenLines } = parse('a@x,1\n"b@x,2\nc@x,3\nd@x,4"\ne@x,5');
    expect(brokenLines).toEqual([{ line: 2, cells: ['"b@x,2'] }]);
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 4, 5]);
  });

  it("keeps all lines if each has a stray quote", () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `"p${index}@x`);
    expect(parse(lines.join("\n")).brokenLines).toHaveLength(10_000);
  });
});

describe("any table", () => {
  const cell = fc.stringMatching(/^[a-z0-9 "',;|\t\n]{0,12}$/).map((text) => text.trim());
  const table = fc.array(fc.tuple(fc.constant("a@x"), cell, cell), { minLength: 1, maxLength: 60 });

  it("is parsed as it was written", () => {
    const delimiter = fc.constantFrom(",", ";", "\t", "|");
    const newline = fc.constantFrom("\n", "\r\n", "\r");
    fc.assert(
      fc.property(table, delimiter, newline, fc.boolean(), (rows, separator, lineEnd, quotes) => {
        const text = Papa.unparse(rows, { delimiter: separator, newline: lineEnd, quotes });
        expect(parse(text)).toMatchObject({ rows: rows.map((cells) => ({ cells })), brokenLines: [] });
      }),
    );
  });

  it("loses no line, whatever quotes it contains", () => {
    const line = fc.stringMatching(/^[ab@", ]{0,10}$/).map((text) => `z@x,${text}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 80 }), (lines) => {
        const { rows, brokenLines } = parse(lines.join("\n"));
        const found = [...rows, ...brokenLines].map((row) => row.line);
        expect(found.toSorted((a, b) => a - b)).toEqual(lines.map((_, index) => index + 1));
      }),
    );
  });
});
