import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { styledQuery } from "./styled-query.ts";

const baseUrl = "https://api.example.com";
const find: OperationDescriptor = {
  id: "find",
  method: "POST",
  path: "/days/{day}",
  query: ["filter"],
  header: ["X-Since"],
  body: true,
};
const replace: OperationDescriptor = { ...find, body: "body" };
const styled: OperationDescriptor = {
  ...find,
  queryStyles: { filter: { style: "form", explode: false } },
  encode: styledQuery,
};
const date = new Date(0);
const text = "1970-01-01T00:00:00.000Z";

/** Calls an operation, and returns the request that it sends. */
async function requestOf(operation: OperationDescriptor, input: object): Promise<Request> {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    requests.push(new Request(url, init));
    return Response.json({ data: {} });
  };
  await createIamClient({ baseUrl, fetch }).call(operation, { day: "1", ...input });
  return requests[0] as Request;
}

describe("an input", () => {
  it("sends a Date as ISO text in the path, query, headers and body", async () => {
    const input = {
      day: date,
      filter: { from: date, days: [date] },
      "X-Since": date,
      created: date,
      list: [{ at: date }],
    };
    const request = await requestOf(find, input);
    expect(decodeURIComponent(request.url)).toBe(`${baseUrl}/days/${text}?filter.from=${text}&filter.days.0=${text}`);
    expect(request.headers.get("x-since")).toBe(text);
    expect(await request.json()).toEqual({ created: text, list: [{ at: text }] });
    expect(await (await requestOf(replace, { body: date })).json()).toBe(text);
  });

  it("sends an object with toJSON as its JSON", async () => {
    const request = await requestOf(find, { filter: { page: new URL("https://a.example/") } });
    expect(request.url).toBe(`${baseUrl}/days/1?filter.page=https%3A%2F%2Fa.example%2F`);
  });

  it("omits undefined at any depth", async () => {
    const nested = { a: undefined, b: { c: undefined, d: 1 } };
    const request = await requestOf(find, { filter: nested, nested, list: [nested] });
    expect(request.url).toBe(`${baseUrl}/days/1?filter.b.d=1`);
    expect(await request.json()).toEqual({ nested: { b: { d: 1 } }, list: [{ b: { d: 1 } }] });
  });

  const circular: { self?: object } = {};
  circular.self = circular;

  it.each<[string, unknown]>([
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["BigInt", 1n],
    ["Symbol", Symbol("x")],
    ["function", () => 1],
    ["object", new Date(Number.NaN)],
    ["undefined", { toJSON: () => undefined }],
    ["Map", new Map([["a", 1]])],
    ["Blob", new Blob(["x"])],
  ])("throws an InputError with the field for a value that JSON cannot represent: %s", async (got, value) => {
    for (const [field, input] of Object.entries({
      day: { day: value },
      filter: { filter: value },
      "filter.from": { filter: { from: value } },
      "X-Since": { "X-Since": value },
      size: { size: value },
      "list.1.x": { list: [{ x: 1 }, { x: value }] },
    })) {
      await expect(requestOf(find, input)).rejects.toMatchObject({
        name: "InputError",
        field,
        message: `find: ${field} must be JSON data, got ${got}`,
      });
    }
    await expect(requestOf(replace, { body: [value] })).rejects.toMatchObject({ name: "InputError", field: "body.0" });
  });

  it.each<[string, OperationDescriptor]>([
    ["the client's media type", styled],
    ["another media type of JSON", { ...styled, contentType: "application/json; charset=utf-8" }],
  ])("throws an InputError for a platform object if the query has styles and the body has %s", async (_, operation) => {
    const values = {
      Map: new Map([["a", 1]]),
      Set: new Set(["a"]),
      Blob: new Blob(["x"]),
      Uint8Array: new Uint8Array(1),
    };
    for (const [got, value] of Object.entries(values)) {
      const message = expect.stringContaining(`must be JSON data, got ${got}`);
      for (const input of [{ filter: value }, { filter: { from: value } }, { size: value }, { list: [value] }])
        await expect(requestOf(operation, input)).rejects.toMatchObject({ name: "InputError", message });
    }
  });

  it("throws an InputError for an undefined item and for a circular object", async () => {
    await expect(requestOf(find, { list: [1, undefined] })).rejects.toMatchObject({ field: "list.1" });
    await expect(requestOf(find, { circular })).rejects.toMatchObject({ name: "InputError" });
    await expect(requestOf(find, { filter: circular })).rejects.toMatchObject({ name: "InputError" });
  });

  it("is sent unchanged if it is JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (body) => {
        const request = await requestOf(replace, { body });
        expect(await request.text()).toBe(JSON.stringify(body));
      }),
      { numRuns: 25 },
    );
  });
});

it.each<[string, HeadersInit]>([
  ["a Headers", new Headers({ "X-A": "1" })],
  ["pairs", [["X-A", "1"]]],
  ["an object", { "X-A": "1" }],
])("sends headers of the client and of the call given as %s", async (_, headers) => {
  const sent: Record<string, string>[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    sent.push(Object.fromEntries(new Headers(init?.headers)));
    return Response.json({ data: {} });
  };
  await createIamClient({ baseUrl, fetch, headers }).call(find, { day: "1" });
  await createIamClient({ baseUrl, fetch }).call(find, { day: "1" }, { headers });
  for (const received of sent) expect(received).toMatchObject({ "x-a": "1" });
  expect(sent).toHaveLength(2);
});
