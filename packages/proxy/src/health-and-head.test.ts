import { getUser, listUsers } from "@segment-iam/client";
import { serve } from "srvx";
import { expect, it, onTestFinished, vi } from "vitest";
import { setUp } from "./test-utils/set-up.ts";

it.each(["/healthz", "/api/iam/health"])(
  "responds to GET and HEAD %s without calling authorize or the API",
  async (healthPath) => {
    const authorize = vi.fn(() => true);
    const onAudit = vi.fn<() => void>();
    const { send, workspace } = setUp({ healthPath, authorize, onAudit });
    const response = await send(healthPath);
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const head = await send(healthPath, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect([authorize.mock.calls.length, onAudit.mock.calls.length, workspace.requests.length]).toEqual([0, 0, 0]);
  },
);

it.each([
  ["POST", "/healthz"],
  ["GET", "/healthz/"],
  ["GET", "/health"],
])("responds with 404 to %s %s if healthPath is /healthz", async (method, path) => {
  expect((await setUp({ healthPath: "/healthz" }).send(path, { method })).status).toBe(404);
});

it.each([
  ["/api/iam/users", 200],
  ["/api/iam/users?pagination.count=1", 200],
  ["/api/iam/users/unknown", 404],
  ["/api/iam/users?x=1", 400],
])("responds to HEAD %s as to GET, without a body", async (path, status) => {
  const authorize = vi.fn(() => true);
  const { send, workspace } = setUp({ authorize, allow: [listUsers, getUser] });
  // A HEAD request has no side effects, so a page of another site may send it.
  const head = await send(path, { method: "HEAD", headers: { "sec-fetch-site": "cross-site" } });
  const get = await send(path);
  expect([head.status, head.body]).toEqual([status, null]);
  expect([...head.headers.keys()]).toEqual([...get.headers.keys()]);
  expect(authorize).toHaveBeenCalledTimes(status === 400 ? 0 : 2);
  expect(workspace.requests.map(({ method }) => method)).toEqual(status === 400 ? [] : ["GET", "GET"]);
});

it("completes a call in flight when the server closes", async () => {
  let respond: ((response: Response) => void) | undefined;
  const upstream = new Promise<Response>((resolve) => (respond = resolve));
  const calls = vi.fn(() => upstream);
  const { proxy } = setUp({ fetch: calls });
  const server = serve({ fetch: proxy, port: 0, hostname: "127.0.0.1", silent: true, gracefulShutdown: false });
  onTestFinished(() => server.close(true));
  await server.ready();
  const url = `${server.url}api/iam/users`;
  const call = fetch(url);
  await vi.waitFor(() => expect(calls).toHaveBeenCalledOnce());
  const closed = server.close();
  await expect(fetch(url)).rejects.toThrow("fetch failed");
  respond?.(Response.json({ data: { users: [] } }));
  const response = await call;
  expect([response.status, await response.json()]).toEqual([200, { data: { users: [] } }]);
  await closed;
});
