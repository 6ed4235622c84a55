import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { buildRequest } from "./build-request.ts";

const change = { id: "change", method: "PUT", path: "/a/{one}/b/{two}", query: ["tags"], body: true } as const;
const read = { id: "read", method: "GET", path: "/a/{one}", query: ["page"] };
const touch = { id: "touch", method: "PUT", path: "/a", header: ["X-Reason", "X-Count"] };
const remove = { id: "remove", method: "DELETE", path: "/a", query: ["ids", "force"], list: "ids" };
const replace = { id: "replace", method: "PUT", path: "/a/{one}", body: "body" } as const;

const defaults = { baseUrl: "https://api.example.com", mediaType: "application/json", headers: { "x-all": "1" } };
const always = { accept: "application/json", "x-all": "1" };
const withBody = { ...always, "content-type": "application/json" };

const build = (operation: OperationDescriptor, input: object, headers?: Record<string, string>) =>
  buildRequest(defaults, operation, input, headers);

describe("a request", () => {
  it.each<[string, OperationDescriptor, object, object]>([
    [
      "each member in its place",
      change,
      { one: "1", two: "2", tags: ["x"], name: "n", list: [] },
      { url: "/a/1/b/2?tags.0=x", headers: withBody, body: '{"name":"n","list":[]}' },
    ],
    [
      "no member left undefined",
      read,
      { one: "1", page: undefined },
      { url: "/a/1", headers: always, body: undefined },
    ],
    [
      "nothing in the query of what says nothing",
      read,
      { one: "1", page: { cursor: undefined } },
      { url: "/a/1", headers: always, body: undefined },
    ],
    [
      "headers",
      touch,
      { "X-Reason": undefined, "X-Count": 3 },
      { url: "/a", headers: { ...always, "x-count": "3" }, body: undefined },
    ],
    ["a body that is not an object", replace, { one: "1", body: [1] }, { url: "/a/1", headers: withBody, body: "[1]" }],
    ["a body without members", change, { one: "1", two: "2" }, { url: "/a/1/b/2", headers: withBody, body: "{}" }],
    [
      "members named like what objects have by nature",
      change,
      JSON.parse('{"one":"1","two":"2","__proto__":{"a":1},"constructor":2}'),
      { url: "/a/1/b/2", headers: withBody, body: '{"__proto__":{"a":1},"constructor":2}' },
    ],
    [
      "the media types of the operation",
      { ...replace, accept: "text/csv", contentType: "text/plain" },
      { one: "1", body: "x" },
      { url: "/a/1", headers: { ...always, accept: "text/csv", "content-type": "text/plain" }, body: '"x"' },
    ],
  ])("has %s", (_, operation, input, { url, ...rest }: { url?: string }) => {
    expect(build(operation, input)).toEqual({ url: `${defaults.baseUrl}${url}`, ...rest });
  });

  it("has the call's headers before all others", () => {
    expect(build(touch, {}, { Accept: "text/html", "X-All": "2" }).headers).toEqual({
      accept: "text/html",
      "x-all": "2",
    });
  });
});

it.each([
  ["an empty list in the query", change, { one: "1", two: "2", tags: [] }, "tags cannot be empty"],
  [
    "an item of a query's list that says nothing",
    change,
    { one: "1", two: "2", tags: ["a", undefined] },
    "tags cannot be empty",
  ],
  ["items that are nothing but lists", change, { one: "1", two: "2", tags: [[]] }, "tags cannot be empty"],
  ["no list where that is all it is about", remove, {}, "ids cannot be empty"],
  ["a list left undefined", remove, { ids: undefined }, "ids cannot be empty"],
  ["a list that is null", remove, { ids: null }, "ids cannot be empty"],
  ["a set in the place of a list", remove, { ids: new Set(["a"]) }, "ids cannot be empty"],
  ["no list for a body", { ...remove, query: [], body: true as const }, {}, "ids cannot be empty"],
  ["half a character in the path", read, { one: "a\ud800" }, "one cannot be encoded"],
  ["half a character in the query", read, { one: "1", page: { cursor: "\udc00" } }, "page cannot be encoded"],
  ["a body where there is none", read, { one: "1", body: 1 }, "body is not an input"],
  ["a member the operation lacks", read, { one: "1", pge: 1 }, "pge is not an input"],
  ["a missing path parameter", read, {}, "one cannot be empty"],
  ["an empty path parameter", read, { one: "" }, "one cannot be empty"],
  ["a path parameter that is null", read, { one: null }, "one cannot be empty"],
  ["a path parameter that climbs", read, { one: ".." }, "one cannot be .."],
  ["a path parameter that stays", read, { one: "." }, "one cannot be ."],
  ["the second of two path parameters missing", change, { one: "1" }, "two cannot be empty"],
  ["a header that cannot be sent", touch, { "X-Reason": "a\nb: c" }, "X-Reason cannot be sent in a header"],
])("refuses %s", (_, operation: OperationDescriptor, input, message) => {
  expect(() => build(operation, input)).toThrow(InputError);
  expect(() => build(operation, input)).toThrow(`${operation.id} was not sent: ${message}`);
});

it("keeps any value inside its segment of the path", () => {
  const value = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text !== "." && text !== "..");
  fc.assert(
    fc.property(value, value, (one, two) => {
      const url = new URL(build(change, { one, two }).url);
      const segments = url.pathname.split("/");
      expect([segments.length, segments[1], segments[3], url.search, url.hash]).toEqual([5, "a", "b", "", ""]);
      expect([segments[2], segments[4]].map((text = "") => decodeURIComponent(text))).toEqual([one, two]);
    }),
  );
});
