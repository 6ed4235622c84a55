import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { InputError } from "../errors/request-errors.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";

const change = { id: "change", method: "PUT", path: "/a/{one}/b/{two}", query: ["tags"], body: true } as const;
const read = { id: "read", method: "GET", path: "/a/{one}", query: ["page"] };
const touch = { id: "touch", method: "PUT", path: "/a", header: ["X-Reason", "X-Count"] };
const remove = { id: "remove", method: "DELETE", path: "/a", query: ["ids", "force"], bulkField: "ids" };
const rename = {
  id: "rename",
  method: "PUT",
  path: "/a/{id}",
  query: ["idQuery"],
  header: ["idHeader"],
  body: true,
  wireNames: { idQuery: "id", idHeader: "X-Id", idBody: "id" },
} as const;
const replace = { id: "replace", method: "PUT", path: "/a/{one}", body: "body" } as const;

const baseUrl = "https://api.example.com";
const mediaType = "application/vnd.segment.v1+json";
const defaultHeaders = { accept: mediaType, "x-all": "1" };
const withBody = { ...defaultHeaders, "content-type": mediaType };

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
      "each member in its part of the request",
      change,
      { one: "1", two: "2", tags: ["x"], name: "n", list: [] },
      { url: "/a/1/b/2?tags.0=x", headers: withBody, body: '{"name":"n","list":[]}' },
    ],
    [
      "no undefined member",
      read,
      { one: "1", page: undefined },
      { url: "/a/1", headers: defaultHeaders, body: undefined },
    ],
    [
      "no query for an object without values",
      read,
      { one: "1", page: { cursor: undefined } },
      { url: "/a/1", headers: defaultHeaders, body: undefined },
    ],
    [
      "the header members in lower case",
      touch,
      { "X-Reason": undefined, "X-Count": 3 },
      { url: "/a", headers: { ...defaultHeaders, "x-count": "3" }, body: undefined },
    ],
    ["a body that is not an object", replace, { one: "1", body: [1] }, { url: "/a/1", headers: withBody, body: "[1]" }],
    [
      "renamed members under their names in the request",
      rename,
      { id: "1", idQuery: "2", idHeader: "3", idBody: "4", constructor: "5" },
      { url: "/a/1?id=2", headers: { ...withBody, "x-id": "3" }, body: '{"id":"4","constructor":"5"}' },
    ],
    [
      "a body that is not an object, in an input of another name",
      { ...replace, body: "items" },
      { one: "1", items: [1] },
      { url: "/a/1", headers: withBody, body: "[1]" },
    ],
    ["an empty object as body", change, { one: "1", two: "2" }, { url: "/a/1/b/2", headers: withBody, body: "{}" }],
    [
      "members with the names of inherited properties",
      change,
      JSON.parse('{"one":"1","two":"2","__proto__":{"a":1},"constructor":2}'),
      { url: "/a/1/b/2", headers: withBody, body: '{"__proto__":{"a":1},"constructor":2}' },
    ],
    [
      "the media types of the operation",
      { ...replace, accept: "text/csv", contentType: "text/plain" },
      { one: "1", body: "x" },
      { url: "/a/1", headers: { ...defaultHeaders, accept: "text/csv", "content-type": "text/plain" }, body: '"x"' },
    ],
  ])("has %s", async (_, operation, input, { url, ...rest }: { url?: string }) => {
    expect(await build(operation, input)).toEqual({ url: `${baseUrl}${url}`, ...rest });
  });

  it("prefers the headers of the call to those of the client", async () => {
    expect((await build(touch, {}, { Accept: "text/html", "X-All": "2" })).headers).toEqual({
      accept: "text/html",
      "x-all": "2",
    });
  });
});

it.each([
  ["an empty array in the query", change, { one: "1", two: "2", tags: [] }, "tags must be a non-empty array"],
  [
    "an undefined item of an array in the query",
    change,
    { one: "1", two: "2", tags: ["a", undefined] },
    "tags.1 must be JSON data, got undefined",
  ],
  ["empty arrays as items", change, { one: "1", two: "2", tags: [[]] }, "tags must not have items without a value"],
  ["a missing bulk array", remove, {}, "ids must be a non-empty array"],
  ["an undefined bulk array", remove, { ids: undefined }, "ids must be a non-empty array"],
  ["null as bulk array", remove, { ids: null }, "ids must be a non-empty array"],
  ["a set as bulk array", remove, { ids: new Set(["a"]) }, "ids must be JSON data, got Set"],
  [
    "a missing bulk array in the body",
    { ...remove, query: [], body: true as const },
    {},
    "ids must be a non-empty array",
  ],
  ["a lone surrogate in the path", read, { one: "a\ud800" }, "one has invalid characters"],
  ["a lone surrogate in the query", read, { one: "1", page: { cursor: "\udc00" } }, "page has invalid characters"],
  ["a body for an operation without one", read, { one: "1", body: 1 }, "body is not an input of this operation"],
  ["an unknown member", read, { one: "1", pge: 1 }, "pge is not an input of this operation"],
  ["a missing path parameter", read, {}, "one is required and must not be empty"],
  ["an empty path parameter", read, { one: "" }, "one is required and must not be empty"],
  ["a path parameter that is null", read, { one: null }, "one is required and must not be empty"],
  ["a path parameter with the value ..", read, { one: ".." }, 'one must not be ".."'],
  ["a path parameter with the value .", read, { one: "." }, 'one must not be "."'],
  ["a missing second path parameter", change, { one: "1" }, "two is required and must not be empty"],
  ["a header with a line break", touch, { "X-Reason": "a\nb: c" }, "X-Reason has invalid characters"],
])("rejects %s", async (_, operation: OperationDescriptor, input, message) => {
  const failure = await build(operation, input).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InputError);
  expect(failure).toMatchObject({ message: `${operation.id}: ${message}` });
});

it("encodes any value into one segment of the path", async () => {
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
