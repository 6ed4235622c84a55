import { assert, property, constantFrom, array } from "fast-check";
import { expect, it } from "vitest";

import { areRelated, isPathTemplate, segmentsOf, templateParameters } from "./path-template.ts";

it.each([
  ["/users", "/users", true],
  ["/users", "/users/{userId}/groups", true],
  ["/users/{userId}/groups", "/users", true],
  ["/users/{userId}", "/users/{id}/groups", true],
  ["/users/{userId}/permissions", "/users/{userId}/groups", false],
  ["/users", "/users-of-group", false],
  ["/users/{userId}", "/users/search", false],
  ["/", "/users", false],
  ["/", "/", true],
])("returns whether %s and %s are related: %s", (path, other, related) => {
  expect(areRelated(segmentsOf(path), segmentsOf(other))).toBe(related);
});

it("returns the same relation for both orders of two paths", () => {
  const segments = array(constantFrom("a", "b", "{c}", "{d}"));
  assert(property(segments, segments, (one, other) => areRelated(one, other) === areRelated(other, one)));
});

it.each(["/", "/users/{userId}", "/a/{b}.{c}", "/it's`$"])("accepts the path %s", (path) => {
  expect(isPathTemplate(path)).toBe(true);
});

it.each(["", "users", "/{", "/}", "/{}", "/{a{b}}", "/a b", "/a?b", "/a#b"])("rejects the path %j", (path) => {
  expect(isPathTemplate(path)).toBe(false);
});

it("returns the parameter names", () => {
  expect(templateParameters("/a/{b}/c/{d}.{e}")).toEqual(["b", "d", "e"]);
});
