import { deleteUsers, getUser, type OperationId } from "@segment-iam/client";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createMockWorkspace } from "./create-mock-workspace.ts";
import { NOW_MS, ORIGIN, send, setUp } from "./testing/set-up.ts";

describe("state", () => {
  it("is the same for the same seed, and another for another", () => {
    const [one, same, other] = [1, 1, 2].map((seed) => createMockWorkspace({ seed }));
    expect(same?.users).toEqual(one?.users);
    expect(same?.groups).toEqual(one?.groups);
    expect(other?.users).not.toEqual(one?.users);
    expect(new Set(one?.users.map(({ id }) => id)).size).toBe(1_000);
    expect(new Set(one?.users.map(({ email }) => email)).size).toBe(1_000);
  });

  it("starts over at a reset", async () => {
    const { workspace, iam } = setUp({ limits: { getUser: { requests: 1, windowSeconds: 60 } } });
    const userId = workspace.users[0]?.id ?? "";
    const seeded = structuredClone(workspace.users);
    await deleteUsers(iam, { userIds: workspace.users.slice(1).map(({ id }) => id) });
    await getUser(iam, { userId });
    workspace.fail("getUser", { status: 500 });
    workspace.reset();
    expect(workspace.users).toEqual(seeded);
    expect(workspace.requests).toEqual([]);
    expect((await getUser(iam, { userId })).user).toEqual(seeded[0]);
  });

  it("never changes what it was given", async () => {
    const given = [{ id: "a", name: "A", email: "a@example.com" }];
    const { workspace, iam } = setUp({ users: given });
    await deleteUsers(iam, { userIds: ["a"] });
    workspace.reset();
    expect(workspace.users).toEqual(given);
    expect(workspace.users).not.toBe(given);
  });
});

describe("tokens", () => {
  it.each([
    ["none", {}, undefined, 401],
    ["an empty one", { authorization: "Bearer " }, undefined, 401],
    ["another scheme", { authorization: "Basic dTpw" }, undefined, 401],
    ["any", { authorization: "Bearer x" }, undefined, 200],
    ["the right one", { authorization: "Bearer sgp_1" }, "sgp_1", 200],
    ["a wrong one", { authorization: "Bearer sgp_2" }, "sgp_1", 401],
  ])("answers to %s", async (_, headers, token, status) => {
    const workspace = createMockWorkspace({ users: 1, token });
    const response = await workspace.fetch(`${ORIGIN}/users`, { headers });
    expect(response.status).toBe(status);
  });
});

describe("requests", () => {
  it("are remembered with their headers, body and status", async () => {
    const { workspace } = setUp();
    await send(workspace, "POST", "/invites", { body: "{}", headers: { cookie: "a=b" } });
    await send(workspace, "GET", "/nowhere");
    const operations: (OperationId | undefined)[] = ["createInvites", undefined];
    expect(workspace.requests.map(({ operation }) => operation)).toEqual(operations);
    expect(workspace.requests[0]).toMatchObject({
      method: "POST",
      url: `${ORIGIN}/invites`,
      headers: { authorization: "Bearer t", cookie: "a=b" },
      body: "{}",
      status: 422,
      atMs: NOW_MS,
    });
  });

  it("that are aborted are not carried out", async () => {
    const { workspace } = setUp({ latencyMs: 600_000 });
    const controller = new AbortController();
    const call = send(workspace, "DELETE", "/users?userIds.0=x", { signal: controller.signal });
    controller.abort(new Error("changed my mind"));
    await expect(call).rejects.toThrow("changed my mind");
    await expect(send(workspace, "GET", "/users", { signal: controller.signal })).rejects.toThrow("changed my mind");
    expect(workspace.requests.every(({ status }) => status === undefined)).toBe(true);
  });

  it("take the time that was asked for", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { workspace } = setUp({ latencyMs: 30 });
    const call = send(workspace, "GET", "/users");
    await vi.advanceTimersByTimeAsync(29);
    expect(workspace.requests[0]?.status).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect((await call).status).toBe(200);
  });
});
