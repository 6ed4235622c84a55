import { getUser, listUsers } from "@segment-iam/client";
import { describe, expect, it, vi } from "vitest";
import type { Authorize } from "./iam-proxy-options.ts";
import { setUp } from "./test-utils/set-up.ts";

/** The expected rejection: an error envelope that must not be cached or retried. */
function rejection(status: number, headers: Readonly<Record<string, string>> = {}): object {
  return {
    status,
    body: { errors: [{ type: expect.any(String), message: expect.any(String) }] },
    headers: {
      "cache-control": "no-store",
      "content-type": "application/json",
      "x-request-id": expect.any(String),
      "x-should-retry": "false",
      ...headers,
    },
  };
}

async function read(response: Response): Promise<object> {
  return { status: response.status, body: await response.json(), headers: Object.fromEntries(response.headers) };
}

describe("paths", () => {
  it.each([
    ["GET", "/api/iam/"],
    ["GET", "/api/iam/sources"],
    ["GET", "/api/iam/users/"],
    ["GET", "/api/iam/users/a/b"],
    ["POST", "/api/iam/users"],
    ["PATCH", "/api/iam/users/a"],
    ["OPTIONS", "/api/iam/users"],
  ])("responds with 404 to %s %s", async (method, path) => {
    const { send, workspace } = setUp();
    expect(await read(await send(path, { method }))).toEqual(rejection(404));
    expect(workspace.requests).toEqual([]);
  });

  it.each([
    ["GET", "/api/iam/invites"],
    ["DELETE", "/api/iam/users?userIds.0=a"],
    ["GET", "/api/iam/users/a/groups"],
  ])("responds with 404 to %s %s if it is not allowed", async (method, path) => {
    const { send, workspace } = setUp({ allow: [listUsers, getUser] });
    expect(await read(await send(path, { method }))).toEqual(rejection(404));
    expect(workspace.requests).toEqual([]);
  });
});

describe("bodies", () => {
  const json = { "content-type": "application/json" };
  const close = { connection: "close" };
  const large = `{"invites":["${"x".repeat(100)}"]}`;

  it.each<[number, string, BodyInit, Record<string, string>, Record<string, string>?]>([
    [413, "with a content-length over the limit", "{}", { ...json, "content-length": "101" }],
    [413, "over the limit", large, json, close],
    [413, "over the limit with a smaller content-length", large, { ...json, "content-length": "10" }, close],
    [413, "that never ends", endless(), json, close],
    [400, "that is not JSON", "{", json],
    [400, "that is not UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), json],
    [400, "that is a list", "[]", json],
    [400, "that is null", "null", json],
    [415, "of another media type", "invites=a", { "content-type": "application/x-www-form-urlencoded" }],
    [415, "of a type that needs no CORS preflight", '{"invites":[]}', { "content-type": "text/plain" }],
    [415, "of text/plain, followed by application/json", "{}", { "content-type": "text/plain;a=b, application/json" }],
    [415, "of several media types", "{}", { "content-type": "application/json, application/json" }],
    [415, "without a media type", new Uint8Array([0x7b, 0x7d]), {}],
    [415, "that is empty", "", {}],
  ])("responds with %i to a body %s", async (status, _, body, headers, responseHeaders) => {
    const { send, workspace } = setUp({ maxBodyBytes: 100 });
    const init = { method: "POST", body, headers, duplex: "half" };
    expect(await read(await send("/api/iam/invites", init))).toEqual(rejection(status, responseHeaders));
    expect(workspace.requests).toEqual([]);
  });

  it("responds with 400 to a body that repeats a path parameter", async () => {
    const { send, workspace } = setUp();
    const init = { method: "PUT", body: '{"permissions":[],"userId":"other"}', headers: json };
    expect(await read(await send("/api/iam/users/a/permissions", init))).toEqual(rejection(400));
    expect(workspace.requests).toEqual([]);
  });

  it("forwards body members such as __proto__", async () => {
    const { send, workspace } = setUp();
    const body = '{"permissions":[],"__proto__":{"a":1},"constructor":2}';
    await send("/api/iam/users/a/permissions", { method: "PUT", body, headers: json });
    expect(workspace.requests[0]).toMatchObject({ url: "https://api.segmentapis.com/users/a/permissions", body });
  });

  it("ignores the body if the operation has none", async () => {
    const { send, workspace } = setUp();
    await send("/api/iam/users?userIds.0=a", { method: "DELETE", body: "x".repeat(2 ** 21) });
    expect(workspace.requests[0]).toMatchObject({ operation: "deleteUsers", body: "" });
  });
});

/** A body that never ends. Reading all of it before checking its size would hang. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(60).fill(0x20)) });
}

describe("authorize", () => {
  it.each<[number, string, unknown]>([
    [403, "false", false],
    [403, "undefined", undefined],
    [403, "another truthy value", "yes"],
    [403, "an object without an actor", {}],
    [403, "an empty actor", { actor: "" }],
    [403, "an undefined actor", { actor: undefined }],
    [403, "an actor that is not text", { actor: 42 }],
    [500, "a rejected promise", new Error("no such session")],
  ])("responds with %i when it returns %s", async (status, _, decision) => {
    const onError = vi.fn<(failure: unknown) => void>();
    const authorize = vi.fn<Authorize>();
    if (decision instanceof Error) authorize.mockRejectedValue(decision);
    else authorize.mockResolvedValue(decision as never);
    const { send, workspace } = setUp({ authorize, onError });
    const response = await read(await send("/api/iam/users"));
    expect(response).toEqual(rejection(status));
    expect(JSON.stringify(response)).not.toContain("session");
    expect(workspace.requests).toEqual([]);
    expect(onError.mock.calls.map(([failure]) => failure)).toEqual(status === 500 ? [decision] : []);
  });

  it("sends a returned response unchanged", async () => {
    const { send, workspace } = setUp({ authorize: () => Response.json({ login: "/login" }, { status: 401 }) });
    const response = await send("/api/iam/users");
    expect([response.status, await response.json(), workspace.requests.length]).toEqual([401, { login: "/login" }, 0]);
  });

  it.each([
    ["GET", "/users?pagination.count=3&pagination.cursor=Mw%3D%3D", "", { pagination: { count: "3", cursor: "Mw==" } }],
    [
      "DELETE",
      "/invites?emails.1=b%40example.com&emails.0=a%40example.com",
      "",
      { emails: ["a@example.com", "b@example.com"] },
    ],
    ["PUT", "/users/a%20b/permissions", '{"permissions":[]}', { userId: "a b", permissions: [] }],
  ])("receives the input of %s %s", async (method, path, body, input) => {
    const authorize = vi.fn<Authorize>().mockReturnValue(false);
    const { send } = setUp({ authorize });
    await send(`/api/iam${path}`, { method, ...(body && { body, headers: { "content-type": "application/json" } }) });
    expect(authorize).toHaveBeenCalledOnce();
    expect(authorize.mock.calls[0]?.[0].method).toBe(method);
    expect(authorize.mock.calls[0]?.[1].method).toBe(method);
    expect(authorize.mock.calls[0]?.[2]).toEqual(input);
  });
});
