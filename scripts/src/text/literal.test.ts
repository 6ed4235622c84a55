import { assert, jsonValue, property } from "fast-check";
import { expect, it } from "vitest";

import type { Json } from "../spec/json.ts";
import { literal, propertyKey } from "./literal.ts";

it("writes any JSON value as code that evaluates to it", () => {
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
])("writes the name %j as %s", (name, key) => {
  expect(propertyKey(name)).toBe(key);
});
