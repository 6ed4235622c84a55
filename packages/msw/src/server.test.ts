import { connect } from "node:net";
import { createIamClient, deleteUsers, listInvites, listUsers, replacePermissionsForUser } from "@segment-iam/client";
import { describe, expect, it, onTestFinished } from "vitest";
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

it.each(["x:99999", "x:port", "a b", "[::1", "a/b", "user@x"])("rejects the Host header %j with 400", async (host) => {
  const { url } = await start();
  const response = await sendRaw(url, `GET /users HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer t`);
  expect(response).toMatch(/^HTTP\/1.1 400 /);
  expect(response).toContain('{"errors":[{"type":"bad-request","message":"The Host header is not valid"}]}');
});

it.each(["x:80", "[::1]:80", ""])("accepts the Host header %j", async (host) => {
  const { url } = await start();
  const response = await sendRaw(url, `GET /users HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer t`);
  expect(response).toMatch(/^HTTP\/1.1 200 /);
});

it("responds to a HEAD request without a body", async () => {
  const { url } = await start();
  const response = await sendRaw(url, `HEAD /users HTTP/1.1\r\nhost: x\r\nauthorization: Bearer t`);
  expect(response).toMatch(/^HTTP\/1.1 200 /);
  expect(response.endsWith("\r\n\r\n")).toBe(true);
});

describe("cors", () => {
  const origin = "http://localhost:5173";
  const preflight = {
    origin,
    "access-control-request-method": "PUT",
    "access-control-request-headers": "authorization",
  };

  it("sends no CORS headers by default", async () => {
    const { url } = await start();
    const [options, read] = [
      await fetch(`${url}/users`, { method: "OPTIONS", headers: preflight }),
      await fetch(`${url}/users`, { headers: { origin } }),
    ];
    expect(options.status).toBe(405);
    expect([...options.headers.keys(), ...read.headers.keys()].join()).not.toContain("access-control");
  });

  it.each([origin, "*"])("allows the origin %s to send every request and to read every response", async (cors) => {
    const server = await startMockServer({ workspace: createMockWorkspace({ users: 1 }), cors });
    onTestFinished(() => server.close());
    const allowed = await fetch(`${server.url}/users/u/permissions`, { method: "OPTIONS", headers: preflight });
    expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([204, cors]);
    expect(allowed.headers.get("access-control-allow-methods")).toContain("PUT");
    expect(allowed.headers.get("access-control-allow-headers")).toBe("authorization");
    const read = await fetch(`${server.url}/users`, { headers: { origin, authorization: "Bearer t" } });
    expect([read.status, read.headers.get("access-control-allow-origin")]).toEqual([200, cors]);
    expect(read.headers.get("access-control-expose-headers")).toContain("x-ratelimit-remaining");
    const failed = await fetch(`${server.url}/users`, { headers: { origin } });
    expect([failed.status, failed.headers.get("access-control-allow-origin")]).toEqual([401, cors]);
    expect(server.workspace.requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });
});

/** Sends the head of a request over a socket. Returns the response as text. */
async function sendRaw(url: string, head: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.end(`${head}\r\nconnection: close\r\n\r\n`);
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  return text;
}

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
