import { deleteInvites } from "@segment-iam/client";
import { expect, it } from "vitest";
import type { Contract } from "../contract.ts";
import { createMockApi, type MockApiOptions } from "../create-mock-api.ts";
import { send, setUp } from "../test-utils/set-up.ts";

/** An API with one operation, which has no rate limit. */
const unlimited: Contract = {
  schemas: {},
  operations: {
    listThings: {
      id: "listThings",
      method: "GET",
      path: "/things",
      parameters: [],
      success: { status: 200, schema: { const: { data: { things: [] } } } },
    },
  },
};

it("rejects a write over the limit with the counts in the body, and accepts writes in the next window", async () => {
  const { workspace } = setUp({ limits: { deleteInvites: { requests: 60, windowSeconds: 60 } } });
  const write = () => send(workspace, "DELETE", "/invites?emails.0=x");
  for (let count = 0; count < 60; count += 1) expect((await write()).status).toBe(404);
  workspace.advance(2_353);
  const data = { remainingPoints: 0, msBeforeNext: 57_647, consumedPoints: 61 };
  const rejected = await write();
  expect(rejected).toMatchObject({
    status: 429,
    errors: [{ type: "RequestError", message: "Too many requests", data }],
  });
  expect(rejected.response.headers.has("x-ratelimit-reset")).toBe(false);
  workspace.advance(57_647);
  expect((await write()).status).toBe(404);
});

it("applies the limits in the spec by default", async () => {
  const { workspace } = setUp();
  const { requests } = deleteInvites.rateLimit ?? { requests: 0 };
  expect(requests).toBeGreaterThan(0);
  const write = () => send(workspace, "DELETE", "/invites?emails.0=x");
  for (let count = 0; count < requests; count += 1) expect((await write()).status).toBe(404);
  expect((await write()).status).toBe(429);
});

it("counts each token and each operation separately", async () => {
  const { get } = setUp({ limits: { listUsers: { requests: 1, windowSeconds: 1 } } });
  expect((await get("/users")).status).toBe(200);
  expect((await get("/users")).status).toBe(429);
  expect((await get("/users", { authorization: "Bearer other" })).status).toBe(200);
  expect((await get("/invites")).status).toBe(200);
});

it.each([
  [{ defaultLimit: { requests: 1, windowSeconds: 60 } }, 429],
  [{ defaultLimit: false }, 200],
  [{ limits: false, defaultLimit: { requests: 1, windowSeconds: 60 } }, 200],
  [{ limits: { listThings: false }, defaultLimit: { requests: 1, windowSeconds: 60 } }, 200],
] satisfies [MockApiOptions, number][])(
  "applies the options %j to the second call of an operation without a limit (status %i)",
  async (options, status) => {
    const api = createMockApi(unlimited, () => undefined, options);
    const send = () =>
      api.handle(new Request("https://api.example.com/things", { headers: { authorization: "Bearer t" } }));
    await send();
    expect((await send()).status).toBe(status);
  },
);
