import {
  createIamClient,
  createInvites,
  deleteUsers,
  getUser,
  listUserGroupsFromUser,
  listUsers,
  replacePermissionsForUser,
} from "@segment-iam/client";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { setUp, startProxy, TOKEN } from "./test-utils/set-up.ts";

describe("createIamProxy over HTTP", () => {
  it("serves a client without a token", async () => {
    const { url, workspace } = await startProxy();
    const iam = createIamClient({ baseUrl: url });
    const userId = workspace.users[1]?.id ?? "";
    const { users, pagination } = await listUsers(iam, { pagination: { count: 2 } });
    expect(users).toEqual(workspace.users.slice(0, 2));
    const rest = await listUsers(iam, { pagination: { count: 10, cursor: pagination.next ?? "" } });
    expect(rest.users).toEqual(workspace.users.slice(2));
    expect((await getUser(iam, { userId })).user).toEqual(workspace.users[1]);
    expect((await listUserGroupsFromUser(iam, { userId })).pagination.current).toBe("MA==");
    expect(await replacePermissionsForUser(iam, { userId, permissions: [] })).toEqual({ permissions: [] });
    await deleteUsers(iam, { userIds: [userId] });
    const { response } = await createInvites.withResponse(iam, { invites: [{ email: "new@example.com" }] });
    expect(response.status).toBe(201);
    expect(workspace.users).toHaveLength(4);
    expect(workspace.invites.at(-1)).toEqual({ email: "new@example.com" });
  });

  it("forwards the API's errors to the client", async () => {
    const { url } = await startProxy();
    const call = getUser(createIamClient({ baseUrl: url }), { userId: "unknown" });
    const errors = [{ type: "not-found", message: "The user unknown was not found", field: "userId" }];
    await expect(call).rejects.toMatchObject({ name: "ApiError", status: 404, errors });
  });

  it("aborts the upstream request when the caller aborts", async () => {
    const upstream = vi.fn<typeof fetch>((...args) => fetch(...args));
    const { url, workspace } = await startProxy({ workspace: { users: 1, latencyMs: 600_000 }, fetch: upstream });
    const controller = new AbortController();
    const call = deleteUsers(createIamClient({ baseUrl: url }), { userIds: ["x"] }, { signal: controller.signal });
    await expect.poll(() => workspace.requests.length).toBe(1);
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    await expect.poll(() => upstream.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
  });
});

describe("the upstream request", () => {
  it("contains the token, the media types and the request ID, but no other headers", async () => {
    const { send, workspace } = setUp();
    await send("/api/iam/invites", {
      method: "POST",
      body: '{"invites":[{"email":"new@example.com"}]}',
      headers: {
        accept: "text/html, application/vnd.segment.v1beta+json",
        authorization: "Bearer mine",
        "content-type": "application/json; charset=utf-8",
        cookie: "session=1",
        forwarded: "for=1.2.3.4",
        "x-forwarded-for": "1.2.3.4",
        "x-forwarded-host": "evil.example",
      },
    });
    expect(workspace.requests).toHaveLength(1);
    expect(workspace.requests[0]).toMatchObject({
      url: "https://api.segmentapis.com/invites",
      body: '{"invites":[{"email":"new@example.com"}]}',
      headers: {
        accept: "application/vnd.segment.v1beta+json",
        authorization: `Bearer ${TOKEN}`,
        "content-type": "application/vnd.segment.v1+json",
        "x-request-id": expect.any(String),
      },
    });
    expect(Object.keys(workspace.requests[0]?.headers ?? {}).toSorted()).toEqual([
      "accept",
      "authorization",
      "content-type",
      "x-request-id",
    ]);
  });

  it("uses the path template of the operation", async () => {
    const { send, workspace } = setUp();
    await send("/api/iam/users/a%3Fb%20%23c;d");
    expect(workspace.requests[0]?.url).toBe("https://api.segmentapis.com/users/a%3Fb%20%23c%3Bd");
  });
});

describe("the response", () => {
  it("contains the API's status, body, Date and rate-limit headers, but none of its other headers", async () => {
    const limits = { listUsers: { requests: 600, windowSeconds: 60 } };
    const { send, workspace } = setUp({ workspace: { users: 1, clock: () => 0, limits } });
    const response = await send("/api/iam/users", { headers: { accept: "application/json" } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { users: workspace.users } });
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store",
      "content-type": "application/json",
      date: "Thu, 01 Jan 1970 00:00:00 GMT",
      "x-ratelimit-consumed": "1",
      "x-ratelimit-remaining": "599",
      "x-ratelimit-reset": "Thu, 01 Jan 1970 00:01:00 GMT",
      "x-request-id": expect.any(String),
    });
  });
});

describe("basePath", () => {
  it.each([
    [undefined, "/api/iam/users", 200],
    [undefined, "/api/iamusers", 404],
    [undefined, "/users", 404],
    ["/", "/users", 200],
    ["/team/", "/team/users", 200],
  ])("matches basePath %s against %s (status %i)", async (basePath, path, status) => {
    expect((await setUp({ basePath }).send(path)).status).toBe(status);
  });
});

describe("createIamProxy with the default interceptors", () => {
  it("retries a 503", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { send, workspace } = setUp({ interceptors: undefined });
    workspace.fail(listUsers, { status: 503, times: 3 });
    const call = send("/api/iam/users");
    await vi.runAllTimersAsync();
    expect((await call).status).toBe(200);
    expect(workspace.requests.map(({ status }) => status)).toEqual([503, 503, 503, 200]);
  });

  it("delays calls that exceed the rate limit", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const limits = { listUsers: { requests: 2, windowSeconds: 10 } };
    const { send, workspace } = setUp({
      interceptors: undefined,
      workspace: { users: 1, limits, clock: () => performance.now() },
    });
    const calls = Promise.all([1, 2, 3, 4].map(() => send("/api/iam/users")));
    await vi.runAllTimersAsync();
    expect((await calls).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(workspace.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
});
