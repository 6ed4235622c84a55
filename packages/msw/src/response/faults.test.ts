import { deleteUsers, listUsers } from "@segment-iam/client";
import { expect, it } from "vitest";
import { ORIGIN, setUp } from "../test-utils/set-up.ts";

it("applies faults in order, each `times` times", async () => {
  const { workspace, get } = setUp();
  workspace.fail("listUsers", { status: 503, times: 2, headers: { "retry-after": "3" } });
  workspace.fail(listUsers, { status: 502, body: "<h1>Bad gateway</h1>" });
  const [first, second] = [await get("/users"), await get("/users")];
  expect([first.status, second.status]).toEqual([503, 503]);
  expect(first.response.headers.get("retry-after")).toBe("3");
  const third = await workspace.fetch(`${ORIGIN}/users`);
  expect([third.status, third.headers.get("content-type"), await third.text()]).toEqual([
    502,
    "text/html",
    "<h1>Bad gateway</h1>",
  ]);
  expect((await get("/users")).status).toBe(200);
});

it.each([
  [true, 0],
  [undefined, 1],
])("processes the failed request only with applied: true (%s)", async (applied, remainingUsers) => {
  const { workspace, iam } = setUp({ users: 1 });
  workspace.fail(deleteUsers, { status: "network-error", applied });
  const userIds = workspace.users.map(({ id }) => id);
  await expect(deleteUsers(iam, { userIds })).rejects.toMatchObject({ name: "NetworkError" });
  expect(workspace.users).toHaveLength(remainingUsers);
});

it("includes the rate-limit counts in the body of a 429", async () => {
  const { workspace, iam } = setUp();
  workspace.fail("listUsers", { status: 429 });
  await expect(listUsers(iam)).rejects.toMatchObject({ status: 429, retryAfterMs: 1_050 });
});
