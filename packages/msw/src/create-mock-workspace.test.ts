import { deleteUsers, getUser, type OperationId } from "@segment-iam/client";
import { describe, expect, it } from "vitest";
import { createMockWorkspace } from "./create-mock-workspace.ts";
import { contract } from "./generated/contract.ts";
import { NOW_MS, ORIGIN, send, setUp } from "./test-utils/set-up.ts";

describe("createMockWorkspace", () => {
  it("generates the same contents for the same seed", () => {
    const [one, same, other] = [1, 1, 2].map((seed) => createMockWorkspace({ seed }));
    expect(same?.users).toEqual(one?.users);
    expect(same?.groups).toEqual(one?.groups);
    expect(other?.users).not.toEqual(one?.users);
  });

  it("restores the initial contents on reset", async () => {
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

  it("restores the contents of a snapshot, and nothing else", async () => {
    const { workspace, iam } = setUp();
    const snapshot = workspace.snapshot();
    const userIds = workspace.users.slice(1).map(({ id }) => id);
    await deleteUsers(iam, { userIds });
    const smaller = workspace.snapshot();
    workspace.fail("getUser", { status: 500 });
    workspace.restore(snapshot);
    expect(workspace.snapshot()).toEqual(snapshot);
    expect(workspace.requests).toHaveLength(1);
    await expect(getUser(iam, { userId: "x" })).rejects.toMatchObject({ status: 500 });
    await deleteUsers(iam, { userIds });
    expect(workspace.snapshot()).toEqual(smaller);
    expect(snapshot.users).toHaveLength(5);
  });

  it("starts from a snapshot that was stored as JSON", () => {
    const { workspace } = setUp({ users: 2, workspaceId: "w" });
    workspace.users.pop();
    const stored = JSON.parse(JSON.stringify(workspace.snapshot()));
    expect(createMockWorkspace(stored).snapshot()).toEqual(workspace.snapshot());
  });

  it("does not modify the items passed as options", async () => {
    const given = [{ id: "a", name: "A", email: "a@example.com" }];
    const { workspace, iam } = setUp({ users: given });
    await deleteUsers(iam, { userIds: ["a"] });
    workspace.reset();
    expect(workspace.users).toEqual(given);
    expect(workspace.users).not.toBe(given);
  });
});

const countMessage = (name: string, got: string) => `${name} must be the items or how many to generate, got ${got}`;
const latencyMessage = (got: string) => `latencyMs must be a number of at least 0, a range or a function, got ${got}`;

describe("the options", () => {
  it.each<[object, string]>([
    [{ users: -1 }, countMessage("users", "-1")],
    [{ users: 1.5 }, countMessage("users", "1.5")],
    [{ users: Number.NaN }, countMessage("users", "NaN")],
    [{ users: "20" }, countMessage("users", '"20"')],
    [{ invites: null }, countMessage("invites", "null")],
    [{ groups: {} }, countMessage("groups", "{}")],
    [{ latencyMs: "fast" }, latencyMessage('"fast"')],
    [{ latencyMs: -1 }, latencyMessage("-1")],
    [{ latencyMs: Infinity }, latencyMessage("Infinity")],
    [{ latencyMs: [50] }, latencyMessage("[50]")],
    [{ latencyMs: [50, "200"] }, latencyMessage('[50,"200"]')],
  ])("rejects %o", (options, message) => {
    const create = () => Reflect.apply(createMockWorkspace, undefined, [options]);
    expect(create).toThrow(expect.objectContaining({ name: "ConfigError", message }));
  });

  it.each([{ users: 0 }, { users: [] }, { latencyMs: 0 }, { latencyMs: [0, 5] as const }, { latencyMs: () => 5 }])(
    "accepts %o",
    (options) => expect(() => createMockWorkspace(options)).not.toThrow(),
  );
});

describe("the token check", () => {
  it.each([
    ["no token", {}, undefined, 401],
    ["an empty token", { authorization: "Bearer " }, undefined, 401],
    ["another scheme", { authorization: "Basic dTpw" }, undefined, 401],
    ["any token", { authorization: "Bearer x" }, undefined, 200],
    ["the expected token", { authorization: "Bearer sgp_1" }, "sgp_1", 200],
    ["another token", { authorization: "Bearer sgp_2" }, "sgp_1", 401],
  ])("responds to %s (%o, expected token %s) with %i", async (_, headers, token, status) => {
    const workspace = createMockWorkspace({ users: 1, token });
    const response = await workspace.fetch(`${ORIGIN}/users`, { headers });
    expect(response.status).toBe(status);
  });
});

describe("workspace.fetch", () => {
  it("records requests with headers, body and status", async () => {
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
      receivedAtMs: NOW_MS,
    });
  });

  it("does not process a request after an abort", async () => {
    const { workspace } = setUp({ latencyMs: 600_000 });
    const controller = new AbortController();
    const call = send(workspace, "DELETE", "/users?userIds.0=x", { signal: controller.signal });
    controller.abort(new Error("the user left"));
    await expect(call).rejects.toThrow("the user left");
    await expect(send(workspace, "GET", "/users", { signal: controller.signal })).rejects.toThrow("the user left");
    expect(workspace.requests.every(({ status }) => status === undefined)).toBe(true);
  });
});

describe("routing", () => {
  it.each([
    ["GET", "/", 404],
    ["GET", "//", 404],
    ["GET", "/no-such-path", 404],
    ["GET", "/users/", 404],
    ["HEAD", "/users/", 404],
    ["DELETE", "/users/", 404],
    ["GET", "/users//groups", 404],
    ["GET", "/users/%zz", 404],
    ["GET", "/users/a/b/c/d", 404],
    ["PURGE", "/users", 405],
  ])("responds to %s %s with %i", async (method, path, status) => {
    const { workspace } = setUp();
    const { response, errors } = await send(workspace, method, path);
    expect(response.status).toBe(status);
    expect(errors).toHaveLength(method === "HEAD" ? 0 : 1);
    const operations = Object.values(contract.operations).filter((operation) => operation.path === path);
    const methods = [...operations.map((operation) => operation.method), "HEAD"];
    expect(response.headers.get("allow")).toBe(status === 405 ? methods.join(", ") : null);
  });

  it("decodes path parameters", async () => {
    const { get } = setUp({ users: [{ id: "a/b c", name: "", email: "" }] });
    expect((await get("/users/a%2Fb%20c")).status).toBe(200);
  });
});
