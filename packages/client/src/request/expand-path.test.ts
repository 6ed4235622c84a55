import fc from "fast-check";
import { expect, it } from "vitest";
import { InputError } from "../errors/input-error.ts";
import { expandPath, pathParameters } from "./expand-path.ts";

const operation = { id: "read", method: "GET", path: "/users/{userId}/groups" };

it("names a template's parameters in their order", () => {
  expect(pathParameters("/users/{userId}/groups/{groupId}")).toEqual(["userId", "groupId"]);
});

it("keeps any value inside its segment", () => {
  const value = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text !== "." && text !== "..");
  fc.assert(
    fc.property(value, (userId) => {
      const url = new URL(`https://example.com${expandPath(operation, { userId })}`);
      const segments = url.pathname.split("/");
      expect([segments.length, segments[1], segments[3], url.search, url.hash]).toEqual([4, "users", "groups", "", ""]);
      expect(decodeURIComponent(segments[2] ?? "")).toBe(userId);
    }),
  );
});

it.each([
  ["a missing value", undefined, "read was not sent: userId cannot be empty"],
  ["an empty value", "", "read was not sent: userId cannot be empty"],
  ["a value that climbs", "..", "read was not sent: userId cannot be .."],
  ["a value that stays", ".", "read was not sent: userId cannot be ."],
])("refuses %s", (_, userId, message) => {
  expect(() => expandPath(operation, { userId })).toThrow(InputError);
  expect(() => expandPath(operation, { userId })).toThrow(message);
});
