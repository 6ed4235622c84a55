import { connect } from "node:net";
import { createIamClient, deleteUsers, listInvites, listUsers, replacePermissionsForUser } from "@segment-iam/client";
import { expect, it, onTestFinished } from "vitest";
import { createMockWorkspace, type MockWorkspaceOptions } from "./create-mock-workspace.ts";
import { startMockServer } from "./server.ts";

async function start(options: MockWorkspaceOptions = { users: 3 }) {
  const server = await startMockServer({ workspace: createMockWorkspace(options) });
  onTestFinished(() => server.close());
  return { ...server, iam: createIamClient({ token: "any", baseUrl: server.url }) };
}

it("serves a client over HTTP", async () => {
  const { iam, workspace } = await start({ users: 3, limits: { listUsers: { requests: 600, windowSeconds: 60 } } });
  const [first, second] = structuredClone(workspace.users);
  const { data, response } = await listUsers.withResponse(iam, { pagination: { count: 1 } });
  expect(data.users).toEqual([first]);
  expect(response.headers.get("x-ratelimit-remaining")).toBe("599");
  const permissions = [{ roleId: workspace.roles[0]?.id ?? "", resources: [] }];
  expect((await replacePermissionsForUser(iam, { userId: second?.id ?? "", permissions })).permissions).toHaveLength(1);
  await deleteUsers(iam, { userIds: [first?.id ?? ""] });
  expect(workspace.users).toHaveLength(2);
});

it("sends the time of the clock as Date", async () => {
  const { url } = await start({ users: 1, clock: () => 0 });
  const response = await fetch(`${url}/users`, { headers: { authorization: "Bearer t" } });
  expect(response.headers.get("date")).toBe("Thu, 01 Jan 1970 00:00:00 GMT");
});

it("closes the connection on a simulated network error", async () => {
  const { iam, workspace } = await start();
  workspace.fail(listInvites, { status: "network-error" });
  await expect(listInvites(iam)).rejects.toMatchObject({ name: "NetworkError" });
  expect((await listInvites(iam)).invites).toHaveLength(25);
});

it("rejects a pending call with AbortError when the caller aborts it", async () => {
  const { iam, workspace } = await start({ users: 3, latencyMs: 600_000 });
  const controller = new AbortController();
  const call = listUsers(iam, {}, { signal: controller.signal });
  await expect.poll(() => workspace.requests.length).toBe(1);
  controller.abort();
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
});

it("rejects with EADDRINUSE if the port is in use", async () => {
  const { url } = await start();
  await expect(startMockServer({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

it("closes open connections on close", async () => {
  const { url, iam, close } = await start({ users: 3, latencyMs: 600_000 });
  const call = listUsers(iam).catch((error: Error) => error.name);
  const idle = connect(Number(new URL(url).port));
  await new Promise((resolve) => idle.once("connect", resolve));
  await close();
  expect(await call).toBe("NetworkError");
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});
