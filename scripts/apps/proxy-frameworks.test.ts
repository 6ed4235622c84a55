import { once } from "node:events";
import { connect } from "node:net";
import {
  addPermissionsToUser,
  createIamClient,
  createInvites,
  deleteInvites,
  deleteUsers,
  getUser,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
  replacePermissionsForUser,
  type IamClient,
} from "@segment-iam/client";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { installExample, type InstalledApp } from "./test-utils/install-app.ts";
import { rejectedRequests } from "./test-utils/rejected-requests.ts";
import { TOKEN } from "./test-utils/start-mock.ts";
import { startProgram, type RunningProgram } from "./test-utils/start-program.ts";
import { startUpstream, type Upstream } from "./test-utils/start-upstream.ts";
import { startWorker } from "./test-utils/start-worker.ts";

const TEAM_KEY = "key";
const NODE_FRAMEWORKS = ["express", "fastify", "hono", "node"];

let app: InstalledApp;
let upstream: Upstream;

beforeAll(async () => {
  app = installExample("proxy");
  upstream = await startUpstream();
});

afterAll(async () => {
  await upstream?.close();
  app?.remove();
});

it("type-checks the proxy examples", () => {
  expect(app.run("tsc", "-p", ".") + app.run("tsc", "-p", "tsconfig.worker.json")).toBe("");
});

function start(framework: string, teamKey = TEAM_KEY): Promise<RunningProgram> {
  const settings = { SEGMENT_TOKEN: TOKEN, SEGMENT_URL: upstream.url, TEAM_KEY: teamKey };
  if (framework === "worker") return startWorker(app, settings);
  return startProgram([`src/${framework}.ts`], app.folder, { PORT: "0", ...settings });
}

/** Sends a request of an authorized caller. Checks that the response does not contain the token. */
async function send(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(url, init);
  if (init?.credentials !== "omit") request.headers.set("x-team-key", TEAM_KEY);
  const response = await fetch(request);
  const received = [await response.clone().text()];
  response.headers.forEach((value) => received.push(value));
  expect(received.join("\n")).not.toContain(TOKEN);
  return response;
}

const permissions = [{ roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS", resources: [{ id: "source", type: "SOURCE" as const }] }];
const userIdAt = (index: number) => upstream.workspace.users.at(index)?.id ?? "";

const calls: Readonly<Record<string, (iam: IamClient) => Promise<unknown>>> = {
  listUsers: (iam) => listUsers(iam, { pagination: { count: 3 } }),
  getUser: (iam) => getUser(iam, { userId: userIdAt(0) }),
  listUserGroupsFromUser: (iam) => listUserGroupsFromUser(iam, { userId: userIdAt(0) }),
  addPermissionsToUser: (iam) => addPermissionsToUser(iam, { userId: userIdAt(0), permissions }),
  replacePermissionsForUser: (iam) => replacePermissionsForUser(iam, { userId: userIdAt(0), permissions }),
  deleteUsers: (iam) => deleteUsers(iam, { userIds: [userIdAt(-1)] }),
  createInvites: (iam) => createInvites(iam, { invites: [{ email: "grace@company.example" }] }),
  listInvites: (iam) => listInvites(iam),
  deleteInvites: (iam) => deleteInvites(iam, { emails: ["grace@company.example"] }),
};

describe.each([...NODE_FRAMEWORKS, "worker"])("the proxy in %s", (framework) => {
  let server: RunningProgram;
  let api: string;

  beforeAll(async () => {
    server = await start(framework);
    api = `${server.url}/api/iam`;
  });

  afterAll(() => server?.stop());

  it.each(Object.keys(calls))("calls %s", async (name) => {
    await calls[name]?.(createIamClient({ baseUrl: api, fetch: send }));
    expect(upstream.workspace.requests.at(-1)).toMatchObject({ operation: name });
  });

  it("responds to HEAD without a body", async () => {
    const response = await send(`${api}/users`, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  // Fastify limits parameters of routes to 100 characters by default.
  it.each([
    ["encoded", "a%20b"],
    ["long", "a".repeat(250)],
  ])("forwards an %s path parameter unchanged", async (_, userId) => {
    await send(`${api}/users/${userId}`);
    expect(upstream.workspace.requests.at(-1)?.url).toBe(`${upstream.url}/users/${userId}`);
  });

  it.each(rejectedRequests)(
    "responds with $status to $reason, and to the next request",
    async ({ status, type, path, init }) => {
      const response = await send(api + path, init?.());
      expect(await response.json()).toEqual({ errors: [expect.objectContaining({ type })] });
      expect(response.status).toBe(status);
      // An unread body on the connection would delay the next response by the keep-alive timeout of 5 seconds.
      expect((await send(`${api}/health`, { signal: AbortSignal.timeout(4_000) })).status).toBe(200);
    },
  );

  it.each(["GET", "HEAD"])("responds to a health check with %s, without authorization", async (method) => {
    const received = upstream.workspace.requests.length;
    expect((await send(`${api}/health`, { method, credentials: "omit" })).status).toBe(200);
    expect(upstream.workspace.requests).toHaveLength(received);
  });

  it("does not handle the other routes of the application", async () => {
    expect((await send(server.url)).status).toBe(framework === "node" ? 404 : 200);
  });
});

it("rejects all requests without a TEAM_KEY", async () => {
  const server = await start("node", "");
  onTestFinished(server.stop);
  const response = await fetch(`${server.url}/api/iam/users`, { headers: { "x-team-key": "" } });
  expect(response.status).toBe(403);
});

// The local workerd does not detect that a caller disconnects before the response.
it.each(NODE_FRAMEWORKS)("aborts the request to the API when the caller of %s disconnects", async (framework) => {
  const server = await start(framework);
  onTestFinished(server.stop);
  const controller = new AbortController();
  const held = upstream.nextHeldResponse();
  const response = send(`${server.url}/api/iam/users/held`, { signal: controller.signal });
  const upstreamResponse = await held;
  // Shorter than `timeoutMs` of the proxy, which would also close the request to the API.
  const signal = AbortSignal.timeout(8_000);
  const closed = once(upstreamResponse, "close", { signal });
  controller.abort();
  await expect(response).rejects.toThrow("aborted");
  await closed;
});

it.each(NODE_FRAMEWORKS)("finishes the request in flight when %s shuts down", async (framework) => {
  const server = await start(framework);
  const held = upstream.nextHeldResponse();
  const response = send(`${server.url}/api/iam/users/held`);
  const upstreamResponse = await held;
  const stopped = server.stop();
  await expect.poll(() => canConnect(server.url), { timeout: 10_000 }).toBe(false);
  upstreamResponse.setHeader("content-type", "application/json");
  upstreamResponse.end(JSON.stringify({ data: { user: {} } }));
  expect((await response).status).toBe(200);
  await stopped;
});

/** Returns whether a server accepts a new connection. `fetch` would use an open one. */
function canConnect(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(Number(port), hostname, () => {
    socket.destroy();
    resolve(true);
  });
  socket.once("error", () => resolve(false));
  return promise;
}
