import { assert, jsonValue, property, string } from "fast-check";
import { expect, it } from "vitest";

import type { Json } from "../spec/json.ts";
import { literal, propertyKey, quote, recordKey } from "./literal.ts";

it("writes a literal that evaluates to the JSON value", () => {
  assert(
    property(jsonValue(), (value) => {
      expect(new Function(`return (${literal(value as Json)});`)()).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it.each([
  ["userId", "userId"],
  ["default", "default"],
  ["page-size", '"page-size"'],
  ["0", '"0"'],
  ["", '""'],
  ["__proto__", '["__proto__"]'],
])("writes the property name %j as %s", (name, key) => {
  expect(propertyKey(name)).toBe(key);
});

it.each([
  ["userId", "userId"],
  ["constructor", '["constructor" as string]'],
  ["__defineGetter__", '["__defineGetter__" as string]'],
  ["__proto__", '["__proto__"]'],
])("writes the record key %j as %s", (name, key) => {
  expect(recordKey(name)).toBe(key);
});

const anyText = string({ unit: "binary" });

it("writes a literal that evaluates to the text", () => {
  assert(property(anyText, (text) => new Function(`return ${quote(text)};`)() === text));
});

it.each(["*/", "</script>", "</SCRIPT", "\u2028", "\u2029", "\n", "\r"])("escapes %j", (dangerous) => {
  assert(property(anyText, anyText, (before, after) => !quote(before + dangerous + after).includes(dangerous)));
});

it("does not escape plain text", () => {
  expect(quote("/users/{userId}")).toBe('"/users/{userId}"');
});
