import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation.ts";

const change = { id: "change", method: "PUT", path: "/a/{one}/b/{two}", query: ["tags"], body: true } as const;
const read = { id: "read", method: "GET", path: "/a/{one}", query: ["page"] };
const touch = { id: "touch", method: "PUT", path: "/a", header: ["X-Reason", "X-Count"] };
const remove = { id: "remove", method: "DELETE", path: "/a", query: ["ids", "force"], bulkField: "ids" };
const replace = { id: "replace", method: "PUT", path: "/a/{one}", body: "body" } as const;

const baseUrl = "https://api.example.com";
const mediaType = "application/vnd.segment.v1+json";
const always = { accept: mediaType, "x-all": "1" };
const withBody = { ...always, "content-type": mediaType };

/** Calls an operation, and returns the request that it sends. */
async function build(operation: OperationDescriptor, input: object, headers: Record<string, string> = {}) {
  const requests: { url: string; headers: unknown; body: unknown }[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    requests.push({ url: String(url), headers: init?.headers, body: init?.body ?? undefined });
    return Response.json({ data: {} });
  };
  await createIamClient({ baseUrl, fetch, headers: { "X-All": "1" } }).call(operation, input, { headers });
  const [request] = requests;
  if (!request) throw new Error("Nothing was sent");
  return request;
}

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
  ])("has %s", async (_, operation, input, { url, ...rest }: { url?: string }) => {
    expect(await build(operation, input)).toEqual({ url: `${baseUrl}${url}`, ...rest });
  });

  it("has the call's headers before all others", async () => {
    expect((await build(touch, {}, { Accept: "text/html", "X-All": "2" })).headers).toEqual({
      accept: "text/html",
      "x-all": "2",
    });
  });
});

it.each([
  ["an empty list in the query", change, { one: "1", two: "2", tags: [] }, "tags must not be empty"],
  [
    "an item of a query's list that says nothing",
    change,
    { one: "1", two: "2", tags: ["a", undefined] },
    "tags must not be empty",
  ],
  ["items that are nothing but lists", change, { one: "1", two: "2", tags: [[]] }, "tags must not be empty"],
  ["no list where that is all it is about", remove, {}, "ids must not be empty"],
  ["a list left undefined", remove, { ids: undefined }, "ids must not be empty"],
  ["a list that is null", remove, { ids: null }, "ids must not be empty"],
  ["a set in the place of a list", remove, { ids: new Set(["a"]) }, "ids must not be empty"],
  ["no list for a body", { ...remove, query: [], body: true as const }, {}, "ids must not be empty"],
  ["half a character in the path", read, { one: "a\ud800" }, "one has invalid characters"],
  ["half a character in the query", read, { one: "1", page: { cursor: "\udc00" } }, "page has invalid characters"],
  ["a body where there is none", read, { one: "1", body: 1 }, "body is not an input"],
  ["a member the operation lacks", read, { one: "1", pge: 1 }, "pge is not an input"],
  ["a missing path parameter", read, {}, "one must not be empty"],
  ["an empty path parameter", read, { one: "" }, "one must not be empty"],
  ["a path parameter that is null", read, { one: null }, "one must not be empty"],
  ["a path parameter that climbs", read, { one: ".." }, "one must not be .."],
  ["a path parameter that stays", read, { one: "." }, "one must not be ."],
  ["the second of two path parameters missing", change, { one: "1" }, "two must not be empty"],
  ["a header that cannot be sent", touch, { "X-Reason": "a\nb: c" }, "X-Reason has invalid characters"],
])("refuses %s", async (_, operation: OperationDescriptor, input, message) => {
  const failure = await build(operation, input).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InputError);
  expect(failure).toMatchObject({ message: `${operation.id}: ${message}` });
});

it("keeps any value inside its segment of the path", async () => {
  const value = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text !== "." && text !== "..");
  await fc.assert(
    fc.asyncProperty(value, value, async (one, two) => {
      const url = new URL((await build(change, { one, two })).url);
      const segments = url.pathname.split("/");
      expect([segments.length, segments[1], segments[3], url.search, url.hash]).toEqual([5, "a", "b", "", ""]);
      expect([segments[2], segments[4]].map((text = "") => decodeURIComponent(text))).toEqual([one, two]);
    }),
  );
});
