import fc from "fast-check";
import { expect, it } from "vitest";
import type { OperationDescriptor, QueryStyle } from "../operation-descriptor.ts";
import { parseStyledQuery } from "./parse-styled-query.ts";
import { styledQuery } from "./styled-query.ts";

const operationWith = (style: QueryStyle): OperationDescriptor => ({
  id: "list",
  method: "GET",
  path: "/",
  query: ["ids"],
  queryStyles: { ids: style },
});

/** Returns the query that the client sends. */
const serializeQuery = (operation: OperationDescriptor, query: object) =>
  styledQuery({}, operation).querySerializer?.(query) ?? "";

it.each<[QueryStyle, unknown, string]>([
  [{ style: "form", explode: false }, ["a", "b,c"], "ids=a,b%2Cc"],
  [{ style: "form", explode: true }, ["a", "b"], "ids=a&ids=b"],
  [{ style: "spaceDelimited", explode: false }, ["a", "b"], "ids=a%20b"],
  [{ style: "pipeDelimited", explode: false }, ["a", "b|c"], "ids=a|b%7Cc"],
  [{ style: "form", explode: false, type: "object" }, { "a b": 1, c: undefined, d: "x" }, "ids=a%20b,1,d,x"],
  [{ style: "form", explode: false }, "a", "ids=a"],
])("serializes %j", (style, ids, text) => {
  expect(serializeQuery(operationWith(style), { ids })).toBe(text);
});

it.each([
  ["an empty list", []],
  ["a list with an empty item", ["a", null]],
])("rejects %s", (_, ids) => {
  const operation = operationWith({ style: "form", explode: false });
  expect(() => serializeQuery(operation, { ids })).toThrow(
    "list: ids must be a non-empty array whose items all have a value",
  );
});

it("serializes a parameter with the name of an inherited property, such as toString, with dots", () => {
  const operation = operationWith({ style: "form", explode: false });
  expect(serializeQuery(operation, { toString: ["a"] })).toBe("toString.0=a");
});

it.each<QueryStyle>([
  { style: "form", explode: false },
  { style: "form", explode: true },
  { style: "pipeDelimited", explode: false },
])("parses what the client serializes in the style %j", (style) => {
  const operation = operationWith(style);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (ids) => {
      const { search } = new URL(`https://api.example.com/?${serializeQuery(operation, { ids })}`);
      expect(parseStyledQuery(search, operation)).toMatchObject({ parameters: { ids }, problems: [] });
    }),
  );
});

it("parses an object", () => {
  const operation = operationWith({ style: "form", explode: false, type: "object" });
  expect(parseStyledQuery("?ids=a%20b,1,d,x", operation).parameters).toEqual({ ids: { "a b": "1", d: "x" } });
});

it("returns the other pairs unchanged", () => {
  const { rest } = parseStyledQuery("?a.b=1&ids=x&c=%2C", operationWith({ style: "form", explode: false }));
  expect([...rest]).toEqual([
    ["a.b", "1"],
    ["c", ","],
  ]);
});

it.each<[string, QueryStyle, string]>([
  ["ids=a&ids=b", { style: "form", explode: false }, "has more than one value"],
  ["ids=%ff", { style: "form", explode: false }, "is not valid percent-encoded text"],
  ["ids=a,1,b", { style: "form", explode: false, type: "object" }, "is not a list of names and values"],
  ["ids=a,1,a,2", { style: "form", explode: false, type: "object" }, "is not a list of names and values"],
])("reports %s in the style %j", (query, style, reason) => {
  const { parameters, problems } = parseStyledQuery(query, operationWith(style));
  expect([parameters, problems]).toEqual([{}, [{ name: "ids", reason }]]);
});
