import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IamClientOptions } from "../client-options.ts";
import { createIamClient } from "../create-iam-client.ts";
import { listUsers } from "../generated/operations.ts";
import { logging } from "../logging.ts";
import { json, serve } from "../test-utils/serve.ts";
import type { Interceptor } from "../interceptor.ts";

const secret = "sgp_0123456789/abcdefghijklmnopqrstuvwxyz";

/** Returns every text form in which a console, a log, a worker or a crash report may show a value. */
function renderingsOf(value: unknown): string {
  const seen = [
    inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity }),
    JSON.stringify(value) ?? "",
    String(value),
  ];
  if (value instanceof Error) {
    seen.push(value.stack ?? "", inspect(structuredClone(value), { depth: Infinity, showHidden: true }));
    seen.push(renderingsOf(value.cause));
  }
  return seen.join("\n");
}

/** Makes calls, and records everything that interceptors, loggers and the caller see of them. */
async function recordCalls(options: IamClientOptions): Promise<{ failure: unknown; seen: string }> {
  const seen: string[] = [];
  const record = (...line: unknown[]) => seen.push(...line.map(renderingsOf));
  const spy: Interceptor = (next) => async (context) => {
    record(context);
    try {
      return await next(context);
    } catch (error) {
      record(error);
      throw error;
    }
  };
  const logger = { debug: record, info: record, warn: record, error: record };
  const interceptors = [spy, logging({ logger, url: true }), spy];
  const iam = createIamClient({ ...options, interceptors });
  const failure = await listUsers(iam).catch((error: unknown) => error);
  const raw = await iam.GET("/users").catch((error: unknown) => error);
  const rawError = raw instanceof Error ? raw : (raw as { error?: unknown }).error;
  record(failure, rawError, iam, listUsers);
  return { failure, seen: seen.join("\n") };
}

type Fetch = typeof globalThis.fetch;

/** Ways in which a custom `fetch` may expose its arguments when it throws. */
const leakyFetches: readonly [name: string, fail: (init: RequestInit) => unknown][] = [
  ["in its message", ({ headers }) => new Error(`could not send ${JSON.stringify(headers)}`)],
  ["in the message of its cause", ({ headers }) => new Error("no", { cause: new Error(JSON.stringify(headers)) })],
  ["in a member", (init) => Object.assign(new Error("no"), { config: init })],
  ["in a request", (init) => Object.assign(new Error("no"), { request: new Request("http://x.test", init) })],
  [
    "in a non-enumerable member",
    ({ headers }) => Object.defineProperty(new Error("no"), "headers", { value: headers }),
  ],
  ["in its name", ({ headers }) => Object.assign(new Error("no"), { name: JSON.stringify(headers) })],
  ["in its code", ({ headers }) => Object.assign(new Error("no"), { code: JSON.stringify(headers) })],
  ["as a string", ({ headers }) => JSON.stringify(headers)],
  ["as plain data", (init) => ({ message: "no", init, retry: () => {} })],
  ["in an AggregateError", ({ headers }) => new AggregateError([new Error(JSON.stringify(headers))], "all failed")],
];

describe("the token", () => {
  it.each(leakyFetches)("is not exposed by a fetch that throws it %s", async (_, fail) => {
    const fetch: Fetch = async (_, init) => {
      throw fail(init ?? {});
    };
    const { failure, seen } = await recordCalls({ token: secret, fetch });
    expect(failure).toMatchObject({ name: "NetworkError" });
    expect(seen).not.toContain(secret);
  });

  it.each<[name: string, status: number, type: string, body: (authorization: string) => string]>([
    [
      "an error of the API",
      401,
      "application/json",
      (header) => JSON.stringify({ errors: [{ type: header, message: header }] }),
    ],
    [
      "a member of an error",
      422,
      "application/json",
      (header) => JSON.stringify({ errors: [{ type: "a", data: { header } }] }),
    ],
    [
      "an error with escaped slashes",
      400,
      "application/json",
      (header) => JSON.stringify({ errors: [{ type: "a", message: header }] }).replaceAll("/", "\\/"),
    ],
    [
      "the name of a member of an error",
      400,
      "application/json",
      (header) => JSON.stringify({ errors: [{ type: "a", data: { [header]: 1 } }] }),
    ],
    ["a debugging page with an error", 500, "text/html", (header) => `<pre>authorization: ${header}</pre>`],
    ["a debugging page with a success", 200, "text/html", (header) => `<pre>authorization: ${header}</pre>`],
    ["a truncated success", 200, "application/json", (header) => `{"echo":"${header}","data":{`],
    ["a success without data", 200, "application/json", (header) => JSON.stringify({ echo: header })],
    ["a body that is only the token", 200, "application/json", (header) => header.replace("Bearer ", "")],
  ])("is not exposed by a server that echoes it in %s", async (_, status, type, body) => {
    const server = await serve((response, { headers }) =>
      response.writeHead(status, { "content-type": type }).end(body(String(headers.authorization))),
    );
    const { failure, seen } = await recordCalls({ token: async () => secret, baseUrl: server.url });
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    expect(failure).toBeInstanceOf(Error);
    expect(seen).not.toContain(secret);
  });

  it("is not exposed by a timeout or a refused connection", async () => {
    const server = await serve((response) => response.writeHead(200).write("{"));
    for (const options of [{ baseUrl: server.url, timeoutMs: 20 }, { baseUrl: "http://127.0.0.1:1" }]) {
      const { failure, seen } = await recordCalls({ token: secret, ...options });
      expect(failure).toBeInstanceOf(Error);
      expect(seen).not.toContain(secret);
    }
  });

  it("is not exposed by a success", async () => {
    const server = await serve((response) => json(response, 200, { data: { users: [] } }));
    const { failure, seen } = await recordCalls({ token: secret, baseUrl: server.url });
    expect(failure).toEqual({ users: [] });
    expect(seen).not.toContain(secret);
  });

  it("is not exposed, for any valid token", async () => {
    const tokens = fc.string({ unit: fc.constantFrom(..."abcXYZ019-._~+/"), minLength: 16 });
    await fc.assert(
      fc.asyncProperty(tokens, fc.constantFrom(...leakyFetches), async (token, [, fail]) => {
        const fetch: Fetch = async (_, init) => {
          throw fail(init ?? {});
        };
        const { seen } = await recordCalls({ token, fetch });
        expect(seen).not.toContain(token);
      }),
      { numRuns: 25 },
    );
  });

  it("is not exposed if it has invalid characters", async () => {
    const broken = `${secret}\nx-injected: 1`;
    const given = await Promise.reject(() => createIamClient({ token: broken })).catch((make) => {
      try {
        return make();
      } catch (error) {
        return error;
      }
    });
    const { failure, seen } = await recordCalls({ token: () => broken });
    for (const error of [given, failure]) expect(error).toMatchObject({ name: "ConfigError" });
    expect(seen + renderingsOf(given)).not.toContain(secret);
  });
});
