import { getEventListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { createIamClient } from "./create-iam-client.ts";
import { ApiError } from "./errors/response-errors.ts";
import { deleteUsers, listUsers } from "./generated/operations.ts";
import { operation } from "./operation.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";
import { json, serve } from "./test-utils/serve.ts";

const token = "sgp_secret";
const tooMany = {
  errors: [{ type: "RequestError", message: "Too many requests", data: { msBeforeNext: 57_647, remainingPoints: 0 } }],
};

describe("a response that is not a success", () => {
  it.each([
    [
      "the API's envelope",
      422,
      '{"errors":[{"type":"input-validation","message":"\\"x\\" is required","field":"x"}]}',
      1,
      '"x" is required (x)',
    ],
    ["an empty body", 429, "", 0, "listUsers failed with status 429"],
    ["an HTML page of a proxy", 502, "<html>Bad gateway</html>", 0, "listUsers failed with status 502"],
    ["JSON of another shape", 500, '{"errors":"none"}', 0, "listUsers failed with status 500"],
    [
      "error entries of another shape",
      500,
      '{"errors":[null,1,{"type":"known"}]}',
      1,
      "listUsers failed with status 500: known",
    ],
    ["null", 404, "null", 0, "listUsers failed with status 404"],
  ])("throws an ApiError with its status for %s", async (_, status, body, count, message) => {
    const server = await serve((response) => response.writeHead(status).end(body));
    const failure = await listUsers(createIamClient({ token, baseUrl: server.url })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ name: "ApiError", status, operation: "listUsers", attempts: 1 });
    expect((failure as ApiError).errors).toHaveLength(count);
    expect((failure as ApiError).message).toContain(message);
  });

  it("throws an ApiError with the requested delay", async () => {
    const server = await serve((response) => json(response, 429, tooMany));
    await expect(listUsers(createIamClient({ token, baseUrl: server.url }))).rejects.toMatchObject({
      retryAfterMs: 57_697,
      final: false,
    });
  });

  it("throws an ApiError with final: true for x-should-retry: false", async () => {
    const server = await serve((response) => json(response, 503, {}, { "x-should-retry": "false" }));
    const iam = createIamClient({ token, baseUrl: server.url });
    await expect(listUsers(iam)).rejects.toMatchObject({ status: 503, final: true });
  });

  it("throws an ApiError with all members in its JSON, without the token", async () => {
    const server = await serve((response) => json(response, 429, tooMany, { "x-request-id": "r1", date: "now" }));
    const failure = await listUsers(createIamClient({ token, baseUrl: server.url })).catch((error: unknown) => error);
    const text = JSON.stringify(failure);
    expect(JSON.parse(text)).toEqual({
      name: "ApiError",
      message: "listUsers failed with status 429: Too many requests",
      operation: "listUsers",
      status: 429,
      attempts: 1,
      requestId: "r1",
      retryAfterMs: 57_697,
      errors: tooMany.errors,
      headers: { "content-type": "application/vnd.segment.v1+json", date: "now", "x-request-id": "r1" },
    });
    expect(text).not.toContain(token);
  });
});

describe("an incomplete response", () => {
  it("throws a NetworkError with the reason", async () => {
    const server = await serve((response) => response.writeHead(200, { "content-length": "100" }).destroy());
    const failure = await listUsers(createIamClient({ token, baseUrl: server.url })).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "NetworkError", operation: "listUsers", attempts: 1 });
    expect(String(failure)).not.toContain("fetch failed");
  });

  it("throws a CallTimeoutError when the body stalls", async () => {
    const server = await serve((response) => response.writeHead(200).write('{"data":'));
    const iam = createIamClient({ token, baseUrl: server.url, timeoutMs: 10_000 });
    const call = listUsers(iam, {}, { timeoutMs: 20 });
    await expect(call).rejects.toMatchObject({ name: "CallTimeoutError", timeoutMs: 20, attempts: 1 });
  });
});

describe("a call without a client", () => {
  it.each([
    ["the input in its place", { userIds: ["u1"] }],
    ["undefined", undefined],
    ["null", null],
    ["a function", createIamClient],
  ])("rejects with an InputError for %s", async (_, client) => {
    const expected = {
      name: "InputError",
      message: "deleteUsers: client must be the first argument; createIamClient creates one",
    };
    const args = [client, { userIds: ["u1"] }] as unknown as Parameters<typeof deleteUsers>;
    await expect(deleteUsers(...args)).rejects.toMatchObject(expected);
    await expect(deleteUsers.withResponse(...args)).rejects.toMatchObject(expected);
  });
});

describe("an aborted call", () => {
  it("rejects with the signal's reason and leaves no listener", async () => {
    const server = await serve(() => abort.abort(new Error("left the page")));
    const abort = new AbortController();
    const iam = createIamClient({ token, baseUrl: server.url });
    await expect(listUsers(iam, {}, { signal: abort.signal })).rejects.toThrow("left the page");
    expect(getEventListeners(abort.signal, "abort")).toHaveLength(0);
  });

  it("sends nothing if the signal is aborted before the call", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const iam = createIamClient({ token, fetch });
    await expect(listUsers(iam, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("leaves no listener after a success", async () => {
    const server = await serve((response) => json(response, 200, { data: {} }));
    const { signal } = new AbortController();
    const iam = createIamClient({ token, baseUrl: server.url });
    for (let call = 0; call < 20; call += 1) await listUsers(iam, {}, { signal });
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

it("exposes the metadata of an operation as its properties", () => {
  const descriptor: OperationDescriptor<"deleteUsers"> = {
    id: "deleteUsers",
    method: "DELETE",
    path: "/things/{thingId}",
    rateLimit: { requests: 7, windowSeconds: 30 },
    invalidates: { listThings: {}, getThing: { thingId: "thingId" } },
  };
  expect({ ...operation(descriptor) }).toMatchObject(descriptor);
});
