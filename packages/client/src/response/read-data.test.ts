import { expect, it } from "vitest";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import { readBody } from "./response-body.ts";
import { readData } from "./read-data.ts";

const json = { "content-type": "application/vnd.segment.v1+json; charset=utf-8" };

it.each<[string, Partial<OperationDescriptor>, string, unknown]>([
  ["the envelope's data", {}, '{"data":[1]}', [1]],
  ["null data", {}, '{"data":null}', null],
  ["a body without an envelope", { unwrapped: true }, '{"data":1,"more":2}', { data: 1, more: 2 }],
  ["null without an envelope", { unwrapped: true }, "null", null],
  ["undefined for a write without content", { noContent: true }, "", undefined],
  ["null for a GET without content", { noContent: true, method: "GET" }, "", null],
  ["undefined for a write without content, even with a body", { noContent: true }, '{"data":1}', undefined],
  ["null for a HEAD without content", { noContent: true, method: "HEAD" }, "", null],
  ["undefined for an optional body that is missing", { noContent: "sometimes" }, "", undefined],
  ["the data of an optional body", { noContent: "sometimes" }, '{"data":1}', 1],
])("returns %s", async (_, description, body, data) => {
  const operation = { id: "touch", method: "PUT", path: "/", ...description };
  expect(await readData(new Response(body || null, { headers: json }), operation)).toEqual(data);
});

it.each([
  ["an empty body", "", json, "the body is not JSON"],
  ["an HTML page", "<html></html>", { "content-type": "text/html" }, "the body is text/html, not JSON"],
  ["JSON with another media type", '{"data":1}', { "content-type": "text/plain" }, "the body is text/plain, not JSON"],
  ["truncated JSON", '{"data":[1,', json, "the body is not JSON"],
  ["an envelope without data", "{}", json, "the body has no data"],
  ["null", "null", json, "the body has no data"],
])("rejects %s, with an excerpt", async (_, body, headers, message) => {
  const operation = { id: "read", method: "GET", path: "/" };
  await expect(readData(new Response(body, { headers }), operation)).rejects.toMatchObject({
    name: "InvalidResponseError",
    message: expect.stringContaining(`read returned status 200, but ${message}`),
    excerpt: body,
  });
});

it("accepts JSON without a media type", async () => {
  const response = new Response(new TextEncoder().encode('{"data":1}'));
  expect(await readData(response, { id: "read", method: "GET", path: "/" })).toBe(1);
});

it.each([
  [undefined, SyntaxError],
  ["sgp_secret", undefined],
])("keeps the cause unless it may quote the token: %j", async (token, cause) => {
  const response = new Response('{"data": sgp_secret}', { headers: json });
  await readBody(response, token);
  const error = await readData(response, { id: "read", method: "GET", path: "/" }).catch((reason: unknown) => reason);
  expect((error as Error).cause?.constructor).toBe(cause);
});

it("redacts a token with JSON escapes in the excerpt", async () => {
  const response = new Response('{"echo":"sgp\\u005fsecret"}', { headers: json });
  await readBody(response, "sgp_secret");
  await expect(readData(response, { id: "read", method: "GET", path: "/" })).rejects.toMatchObject({
    excerpt: '{"echo":"[token]"}',
  });
});
