import fc from "fast-check";
import { expect, it } from "vitest";
import { buildRequest } from "./build-request.ts";
import { matchPath } from "./match-path.ts";

it.each([
  ["/users", "/users", {}],
  ["/users/{userId}", "/users/u1", { userId: "u1" }],
  ["/users/{userId}/groups/{groupId}", "/users/a%20b/groups/c", { userId: "a b", groupId: "c" }],
  ["/files/{id}.json", "/files/f1.json", { id: "f1" }],
  ["/files/{name}-v{version}.json", "/files/a-v2.json", { name: "a", version: "2" }],
  ["/users/{userId}", "/users/a%2Fb", { userId: "a/b" }],
  ["/users/{userId}", "/users/", { userId: "" }],
  ["/files/v{id}", "/files/v1", { id: "1" }],
  ["/users/{userId}", "/users", undefined],
  ["/users", "/users2", undefined],
  ["/files/v{id}", "/files/1v", undefined],
  ["/users/{userId}", "/users/u1/groups", undefined],
  ["/users/{userId}", "/people/u1", undefined],
  ["/users/{userId}", "/users/%zz", undefined],
  ["/files/{id}.json", "/files/f1.xml", undefined],
  ["/files/v{id}", "/files/1", undefined],
  ["/files/{name}-v{version}", "/files/a", undefined],
])("reads by %s the path %s as %j", (template, pathname, values) => {
  expect(matchPath(template, pathname)).toEqual(values);
});

it("reads back what a call was made with", () => {
  const operation = { id: "read", method: "GET", path: "/a/{one}/b/{two}" };
  const defaults = { baseUrl: "", mediaType: "application/json", headers: {} };
  const value = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text !== "." && text !== "..");
  fc.assert(
    fc.property(fc.record({ one: value, two: value }), (values) => {
      expect(matchPath(operation.path, buildRequest(defaults, operation, values, undefined).url)).toEqual({
        ...values,
      });
    }),
  );
});
