import fc from "fast-check";
import { expect, it } from "vitest";
import { expandPath, pathParameters } from "./expand-path.ts";

it("names a template's parameters in their order", () => {
  expect(pathParameters("/users/{userId}/groups/{groupId}")).toEqual(["userId", "groupId"]);
});

it("keeps any value inside its segment", () => {
  const value = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text !== "." && text !== "..");
  fc.assert(
    fc.property(value, (userId) => {
      const url = new URL(`https://example.com${expandPath("/users/{userId}/groups", { userId })}`);
      const segments = url.pathname.split("/");
      expect([segments.length, segments[1], segments[3], url.search, url.hash]).toEqual([4, "users", "groups", "", ""]);
      expect(decodeURIComponent(segments[2] ?? "")).toBe(userId);
    }),
  );
});
