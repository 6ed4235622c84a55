import { expect, it } from "vitest";
import type { MockWorkspaceOptions } from "../create-mock-workspace.ts";
import { send, setUp } from "../test-utils/set-up.ts";

it("rejects the 61st write in a minute with the counts in the body, and accepts writes in the next window", async () => {
  const { workspace, time } = setUp();
  const write = () => send(workspace, "DELETE", "/invites?emails.0=x");
  for (let count = 0; count < 60; count += 1) expect((await write()).status).toBe(404);
  time.nowMs += 2_353;
  const data = { remainingPoints: 0, msBeforeNext: 57_647, consumedPoints: 61 };
  const rejected = await write();
  expect(rejected).toMatchObject({
    status: 429,
    errors: [{ type: "RequestError", message: "Too many requests", data }],
  });
  expect(rejected.response.headers.has("x-ratelimit-reset")).toBe(false);
  time.nowMs += 57_647;
  expect((await write()).status).toBe(404);
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
  [{ limits: { listUsers: false }, defaultLimit: { requests: 1, windowSeconds: 60 } }, 200],
] satisfies [MockWorkspaceOptions, number][])(
  "applies the options %j to the second call (status %i)",
  async (options, status) => {
    const { get } = setUp(options);
    await get("/users");
    expect((await get("/users")).status).toBe(status);
  },
);
