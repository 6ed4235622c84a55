import { createIamClient, createInvites, deleteUsers, getUser, listUsers } from "@segment-iam/client";
import { setupServer } from "msw/node";
import { expect, it, onTestFinished } from "vitest";
import { createMockHandlers, type MockHandlersOptions } from "./create-mock-handlers.ts";
import { createMockWorkspace } from "./create-mock-workspace.ts";

function listen(options?: MockHandlersOptions, token?: string) {
  const workspace = createMockWorkspace({ users: 3, token });
  const server = setupServer(...createMockHandlers(workspace, options));
  server.listen({ onUnhandledFrame: "error" });
  onTestFinished(() => server.close());
  return workspace;
}

it.each(["us", "eu"] as const)("intercepts requests to the %s region", async (region) => {
  const workspace = listen();
  const iam = createIamClient({ token: "any", region });
  const users = structuredClone(workspace.users);
  expect((await listUsers(iam, { pagination: { count: 2 } })).users).toEqual(users.slice(0, 2));
  expect(await createInvites(iam, { invites: [{ email: "new@example.com" }] })).toEqual({
    emails: ["new@example.com"],
  });
  await deleteUsers(iam, { userIds: users.map(({ id }) => id) });
  expect(workspace.users).toEqual([]);
});

it.each(["http://localhost:4010", "http://localhost:4010/", "https://app.example/api/iam"])(
  "intercepts requests below %s",
  async (baseUrl) => {
    const workspace = listen({ baseUrl });
    const iam = createIamClient({ baseUrl, token: "any" });
    await expect(getUser(iam, { userId: "a/b" })).rejects.toMatchObject({ status: 404, errors: [{ field: "userId" }] });
    expect(workspace.requests.map(({ url }) => new URL(url).pathname)).toEqual(["/users/a%2Fb"]);
  },
);

it.each([undefined, "sgp_server"])(
  "accepts requests without a token if token is false (workspace: %s)",
  async (token) => {
    const baseUrl = "https://app.example/api/iam";
    const workspace = listen({ baseUrl, token: false }, token);
    const iam = createIamClient({ baseUrl });
    expect((await listUsers(iam)).users).toEqual(workspace.users);
    expect(await createInvites(iam, { invites: [{ email: "new@example.com" }] })).toEqual({
      emails: ["new@example.com"],
    });
  },
);

it("rejects requests without a token by default", async () => {
  const baseUrl = "https://app.example/api/iam";
  listen({ baseUrl });
  await expect(listUsers(createIamClient({ baseUrl }))).rejects.toMatchObject({ status: 401 });
});

it("responds with 404 to an unknown path", async () => {
  listen();
  expect((await fetch("https://api.segmentapis.com/sources")).status).toBe(404);
});

it("rejects the request on a simulated network error", async () => {
  const workspace = listen();
  workspace.fail(listUsers, { status: "network-error" });
  await expect(listUsers(createIamClient({ token: "any" }))).rejects.toMatchObject({ name: "NetworkError" });
});

it("creates a workspace with 1,000 users by default", async () => {
  const server = setupServer(...createMockHandlers());
  server.listen({ onUnhandledFrame: "error" });
  onTestFinished(() => server.close());
  const { pagination } = await listUsers(createIamClient({ token: "any" }));
  expect(pagination.totalEntries).toBe(1_000);
});
