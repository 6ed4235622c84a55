import { listUsers } from "@segment-iam/client";
import { expect, it, vi } from "vitest";
import { setUp, TOKEN } from "../test-utils/set-up.ts";

it.each([
  [undefined, "The token function returned no token"],
  ["", "The token function returned no token"],
  [null, "The token function must return a string"],
  [42, "The token function must return a string"],
])("responds with 500 if the token function returns %j, and recovers on the next call", async (invalid, message) => {
  const onError = vi.fn<(failure: unknown) => void>();
  const token = vi.fn<() => string>(() => TOKEN).mockReturnValueOnce(invalid as never);
  const { send, workspace } = setUp({ token, onError });
  const failed = await send("/api/iam/users");
  expect([failed.status, await failed.json()]).toEqual([
    500,
    {
      errors: [
        {
          type: "internal-error",
          message: "The proxy could not process the call; its onError callback receives the reason",
        },
      ],
    },
  ]);
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ name: "ConfigError", message: expect.stringContaining(message) }),
    expect.any(Request),
    failed.headers.get("x-request-id"),
  );
  expect(workspace.requests).toEqual([]);
  const response = await send("/api/iam/users");
  expect([response.status, await response.json()]).toMatchObject([200, { data: { users: workspace.users } }]);
  expect((await send("/api/iam/nowhere")).status).toBe(404);
});

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
