import { listUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { setUp } from "../test-utils/set-up.ts";

it.each([
  ["an escaped token", String.raw`{"data":"sgp_secre\u0074"}`, '{"data":"[redacted]"}'],
  ["a token in the name of a member", '{"data":{"sgp_secret":1}}', '{"data":{"[redacted]":1}}'],
  ["no token, with a number that JavaScript cannot represent", '{"data":12345678901234567890}', undefined],
])("returns a redacted body for %s", async (_, text, expected = text) => {
  const headers = { "content-type": "application/json" };
  const response = await setUp({ fetch: async () => new Response(text, { headers }) }).send("/api/iam/users");
  expect([response.status, await response.text()]).toEqual([200, expected]);
});

it.each([
  ["any", 'A company\'s "any" is any'],
  ["sgp_123", "sgp_123"],
  ["sgp_1234", "[redacted]"],
])("redacts only tokens of 8 characters or more (token %s: %s)", async (token, name) => {
  const user = { id: "1", name: name.replace("[redacted]", token), email: "ada@company.example" };
  const fetch: typeof globalThis.fetch = async () => Response.json({ data: { users: [user] } });
  const response = await setUp({ token, fetch, allow: [listUsers] }).send("/api/iam/users");
  expect(await response.json()).toEqual({ data: { users: [{ ...user, name }] } });
});
