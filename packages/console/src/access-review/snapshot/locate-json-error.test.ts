import fc from "fast-check";
import { expect, it } from "vitest";
import { locateJsonError } from "./locate-json-error.ts";

it.each([
  ["an unquoted name", "{\n  name: 1\n}", 2, 3],
  ["a trailing comma in a list", "[1,\n]", 2, 1],
  ["a trailing comma in an object", '{"a": 1,}', 1, 9],
  ["a word", "[1, x]", 1, 5],
  ["text after the end", "{}\n{}", 2, 1],
  ["a missing colon", '{"a" 1}', 1, 6],
  ["the wrong bracket", '{"a": [1}', 1, 9],
  ["a string that is not closed", '["a", "b]', 1, 7],
  ["an end that is missing", '{"a": [1, 2', 1, 12],
  ["no value", "  ", 1, 3],
])("finds %s", (_, text, line, column) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(locateJsonError(text)).toEqual({ line, column });
});

it("finds an inserted character in any JSON", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (value) => {
      const text = JSON.stringify(value);
      expect(locateJsonError(`${text}\n#`)).toEqual({ line: 2, column: 1 });
      expect(locateJsonError(text.slice(0, -1))).toEqual({ line: 1, column: text.length });
    }),
  );
});
