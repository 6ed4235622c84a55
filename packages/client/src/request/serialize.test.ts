import fc from "fast-check";
import { expect, it } from "vitest";
import { serializeDottedQuery, pathParameterNames } from "./serialize.ts";

it.each([
  ["pagination", { count: 3, cursor: "Mw==" }, "&pagination.count=3&pagination.cursor=Mw%3D%3D"],
  ["emails", ["a@example.com", "b@example.com"], "&emails.0=a%40example.com&emails.1=b%40example.com"],
  ["filter", [{ key: "a&b" }, { key: "c=d" }], "&filter.0.key=a%26b&filter.1.key=c%3Dd"],
  ["a", { missing: undefined, absent: null, no: false, zero: 0, empty: "" }, "&a.no=false&a.zero=0&a.empty="],
  ["missing", undefined, ""],
  ["absent", null, ""],
  ["text", "a b", "&text=a%20b"],
  ["none", {}, ""],
  ["na me", { "in ner": 1 }, "&na%20me.in%20ner=1"],
])("serializes %s: %j as %s", (name, value, text) => {
  expect(serializeDottedQuery(name, value)).toBe(text);
});

it("serializes every string so that URLSearchParams parses it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (values) => {
      const parsed = new URLSearchParams(serializeDottedQuery("values", values));
      expect(values.map((_, index) => parsed.get(`values.${index}`))).toEqual(values);
    }),
  );
});

it("returns the parameters of a path in order", () => {
  expect(pathParameterNames("/users/{userId}/permissions/{id}")).toEqual(["userId", "id"]);
  expect(pathParameterNames("/users")).toEqual([]);
});
