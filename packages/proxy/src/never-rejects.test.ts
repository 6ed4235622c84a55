import { listUsers } from "@segment-iam/client";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createIamProxy } from "./create-iam-proxy.ts";
import { defaultOptions, setUp } from "./test-utils/set-up.ts";
import { startTarget } from "./test-utils/start-target.ts";

/** The body of an error response. */
const envelope = { errors: [{ type: expect.any(String), message: expect.any(String) }] };

/** A revoked `Proxy`. Any access to it throws. */
const { proxy: hostile, revoke } = Proxy.revocable({}, {});
revoke();

const failures: readonly [name: string, fail: () => never][] = [
  ["throws an error", () => raise(new Error("down"))],
  ["throws undefined", () => raise(undefined)],
  ["throws a revoked proxy", () => raise(hostile)],
  ["returns a revoked proxy", () => hostile as never],
  ["rejects", () => Promise.reject(new Error("down")) as never],
];

/** Combines each callback with each failure. */
function failuresOf(...callbacks: readonly string[]): [callback: string, name: string, fail: () => never][] {
  return callbacks.flatMap((callback) =>
    failures.map(([name, fail]): [string, string, () => never] => [callback, name, fail]),
  );
}

function hang(): Promise<never> {
  return new Promise(() => {});
}

function raise(error: unknown): never {
  throw error;
}

describe("callbacks", () => {
  it.each([
    ...failuresOf("authorize", "token"),
    ["fetch", "rejects", () => raise(new TypeError("fetch failed"))] as const,
  ])("responds with an error if %s %s", async (name, _, fail) => {
    const response = await setUp({ [name]: fail }).send("/api/iam/users");
    expect([500, 502]).toContain(response.status);
    expect(await response.json()).toEqual(envelope);
  });

  it.each(failuresOf("onError", "onAudit"))("sends the response if %s %s", async (name, _, fail) => {
    const callback = vi.fn(fail);
    const { send, workspace } = setUp({ [name]: callback });
    workspace.fail(listUsers, { status: 503 });
    const response = await send("/api/iam/users");
    expect([response.status, callback.mock.calls.length]).toEqual([503, 1]);
  });

  it("sends the response if onError and onAudit never settle", async () => {
    const { send, workspace } = setUp({ onError: hang, onAudit: hang });
    workspace.fail(listUsers, { status: 503 });
    expect((await send("/api/iam/users")).status).toBe(503);
  });
});

describe("upstream responses", () => {
  it.each([600, 601, 799, 999])("responds with 502 to the status %i of an HTTP server", async (status) => {
    const { port, stop } = await startTarget({ api: (_, response) => response.writeHead(status).end("{}") });
    onTestFinished(stop);
    const response = await fetch(`http://127.0.0.1:${port}/api/iam/users`);
    expect([response.status, await response.json()]).toEqual([502, envelope]);
  });

  it("responds to any status, body and media type of the API", async () => {
    const statuses = fc.oneof(fc.integer({ min: 200, max: 599 }), fc.integer({ min: 0, max: 999 }));
    const bodies = fc.oneof(fc.json(), fc.string(), fc.constant('{"errors":[{"type":"a","message":null}]}'));
    const types = fc.constantFrom("application/json", "text/html", "");
    await fc.assert(
      fc.asyncProperty(statuses, bodies, types, async (status, body, type) => {
        const upstream = async () => {
          const response = new Response(body, { headers: { "content-type": type } });
          return Object.defineProperties(response, { status: { value: status }, ok: { value: status / 100 === 2 } });
        };
        const response = await setUp({ fetch: upstream }).send("/api/iam/users");
        expect(response).toBeInstanceOf(Response);
        expect(response.status >= 400 || response.status === status).toBe(true);
      }),
    );
  });

  it.each([204, 205])("responds to a %i without a body, for an operation that returns text", async (status) => {
    const read = { id: "read", method: "GET", path: "/note", parseAs: "text", unwrapped: true } as const;
    const { send } = setUp({ allow: [read], fetch: async () => new Response(null, { status }) });
    expect((await send("/api/iam/note")).status).toBe(status);
  });

  it.each([
    ["a success", 200, (deep: string) => `{"data":${deep}}`],
    ["an error", 409, (deep: string) => `{"errors":[{"type":"a","data":${deep}}]}`],
  ])("responds to %s that is nested too deeply to serialize", async (_, status, wrap) => {
    const deep = "[".repeat(50_000) + "]".repeat(50_000);
    const { send } = setUp({ fetch: async () => new Response(wrap(deep), { status }) });
    const response = await send("/api/iam/users");
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.json()).toEqual(envelope);
  });
});

describe("requests", () => {
  const url = "https://app.example/api/iam/users";
  const headers = new Headers();
  const post = { method: "POST", url: "https://app.example/api/iam/invites" };
  const json = new Headers({ "content-type": "application/json" });

  it.each<[number, string, unknown]>([
    [500, "that is undefined", undefined],
    [400, "without members", {}],
    [400, "with a relative URL", { method: "GET", url: "/api/iam/users", headers }],
    [500, "whose headers throw", { method: "GET", url, headers: { get: () => raise(new Error("closed")) } }],
    [500, "whose body was read before", { ...post, headers: json, body: lockedBody() }],
    [
      400,
      "whose body contains text",
      { ...post, headers: json, body: new Blob(["{}"]).stream().pipeThrough(new TextDecoderStream()) },
    ],
    [400, "whose body fails", { ...post, headers: json, body: failingBody() }],
    [200, "without a signal", { method: "GET", url, headers }],
    [200, "whose signal has no listeners", { method: "GET", url, headers, signal: { aborted: false } }],
  ])("responds with %i to a request %s", async (status, _, request) => {
    const { workspace } = setUp();
    const proxy = createIamProxy({ ...defaultOptions, fetch: workspace.fetch });
    const response = await Reflect.apply(proxy, undefined, [request]);
    expect(response.status).toBe(status);
    expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  });

  it("responds to a request that is already aborted", async () => {
    const { send, workspace } = setUp();
    expect((await send("/api/iam/users", { signal: AbortSignal.abort() })).status).toBe(499);
    expect(workspace.requests).toEqual([]);
  });
});

function lockedBody(): ReadableStream {
  const body = new ReadableStream();
  body.getReader();
  return body;
}

/** A body that fails after its first chunk, as that of a broken connection does. */
function failingBody(): ReadableStream<Uint8Array> {
  let isStarted = false;
  return new ReadableStream({
    pull(controller) {
      if (isStarted) controller.error(new Error("ECONNRESET"));
      else controller.enqueue(new Uint8Array([0x7b]));
      isStarted = true;
    },
  });
}
