import { assert, property, constantFrom, array } from "fast-check";
import { expect, it } from "vitest";

import { areRelated, isPathTemplate, pairParameters, segmentsOf, templateParameters } from "./path-template.ts";

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

it.each([
  ["/users/{id}", "/users/{userId}/groups/{id}", [["id", "userId"]]],
  [
    "/a/{b}/c/{d}",
    "/a/{d}/c/{b}",
    [
      ["b", "d"],
      ["d", "b"],
    ],
  ],
  ["/users/{id}", "/users/{id}:activate", [["id", "id"]]],
  ["/users/{id}", "/users/@{name}", []],
  ["/group/{id}/users", "/groups/{id}/users", []],
  ["/warehouses/{id}/sources/{sourceId}", "/sources/{sourceId}", []],
  ["/users/{id}/{key}", "/users/{id}.json/{key}", [["id", "id"]]],
  ["/users", "/users/{id}", []],
])("pairs the parameters of %s and %s by place: %j", (path, other, pairs) => {
  expect(pairParameters(path, other)).toEqual(pairs);
});
