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

/** Everything a value shows to whoever looks: a person at a console, a log shipper, a worker, a crash report. */
function views(value: unknown): string {
  const seen = [
    inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity }),
    JSON.stringify(value) ?? "",
    String(value),
  ];
  if (value instanceof Error) {
    seen.push(value.stack ?? "", inspect(structuredClone(value), { depth: Infinity, showHidden: true }));
    seen.push(views(value.cause));
  }
  return seen.join("\n");
}

/** Calls once, and gathers all that anybody but `fetch` gets to see of it. */
async function everythingSeenOf(options: IamClientOptions): Promise<{ failure: unknown; seen: string }> {
  const seen: string[] = [];
  const note = (...line: unknown[]) => seen.push(...line.map(views));
  const spy: Interceptor = (next) => async (context) => {
    note(context);
    try {
      return await next(context);
    } catch (error) {
      note(error);
      throw error;
    }
  };
  const logger = { debug: note, info: note, warn: note, error: note };
  const interceptors = [spy, logging({ logger, url: true }), spy];
  const iam = createIamClient({ ...options, interceptors });
  const failure = await listUsers(iam).catch((error: unknown) => error);
  const raw = await iam.GET("/users").catch((error: unknown) => error);
  const answer = raw instanceof Error ? raw : (raw as { error?: unknown }).error;
  note(failure, answer, iam, listUsers);
  return { failure, seen: seen.join("\n") };
}

type Fetch = typeof globalThis.fetch;

/** Ways in which a `fetch` of the caller's own may throw what it was given. */
const leakyFetches: readonly [name: string, fail: (init: RequestInit) => unknown][] = [
  ["in its message", ({ headers }) => new Error(`could not send ${JSON.stringify(headers)}`)],
  ["in the message of its cause", ({ headers }) => new Error("no", { cause: new Error(JSON.stringify(headers)) })],
  ["in a member", (init) => Object.assign(new Error("no"), { config: init })],
  ["in a request", (init) => Object.assign(new Error("no"), { request: new Request("http://x.test", init) })],
  ["in a hidden member", ({ headers }) => Object.defineProperty(new Error("no"), "headers", { value: headers })],
  ["in its name", ({ headers }) => Object.assign(new Error("no"), { name: JSON.stringify(headers) })],
  ["in its code", ({ headers }) => Object.assign(new Error("no"), { code: JSON.stringify(headers) })],
  ["as a text", ({ headers }) => JSON.stringify(headers)],
  ["as plain data", (init) => ({ message: "no", init, retry: () => {} })],
  ["in many errors", ({ headers }) => new AggregateError([new Error(JSON.stringify(headers))], "none worked")],
];

describe("the token never comes out", () => {
  it.each(leakyFetches)("of a fetch that throws it %s", async (_, fail) => {
    const fetch: Fetch = async (_, init) => {
      throw fail(init ?? {});
    };
    const { failure, seen } = await everythingSeenOf({ token: secret, fetch });
    expect(failure).toMatchObject({ name: "NetworkError" });
    expect(seen).not.toContain(secret);
  });

  it.each<[name: string, status: number, type: string, body: (authorization: string) => string]>([
    ["an error of the API's", 401, "application/json", (it) => JSON.stringify({ errors: [{ type: it, message: it }] })],
    [
      "a member of an error",
      422,
      "application/json",
      (it) => JSON.stringify({ errors: [{ type: "a", data: { it } }] }),
    ],
    [
      "an error that writes slashes otherwise",
      400,
      "application/json",
      (it) => JSON.stringify({ errors: [{ type: "a", message: it }] }).replaceAll("/", "\\/"),
    ],
    [
      "the name of a member of an error",
      400,
      "application/json",
      (it) => JSON.stringify({ errors: [{ type: "a", data: { [it]: 1 } }] }),
    ],
    ["a debugging page with an error", 500, "text/html", (it) => `<pre>authorization: ${it}</pre>`],
    ["a debugging page with a success", 200, "text/html", (it) => `<pre>authorization: ${it}</pre>`],
    ["a success that is cut off", 200, "application/json", (it) => `{"echo":"${it}","data":{`],
    ["a success without data", 200, "application/json", (it) => JSON.stringify({ echo: it })],
    ["a body that is nothing else", 200, "application/json", (it) => it.replace("Bearer ", "")],
  ])("of a server that echoes it in %s", async (_, status, type, body) => {
    const server = await serve((response, { headers }) =>
      response.writeHead(status, { "content-type": type }).end(body(String(headers.authorization))),
    );
    const { failure, seen } = await everythingSeenOf({ token: async () => secret, baseUrl: server.url });
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    expect(failure).toBeInstanceOf(Error);
    expect(seen).not.toContain(secret);
  });

  it("of a time limit, a refused connection or an unreadable response", async () => {
    const server = await serve((response) => response.writeHead(200).write("{"));
    for (const options of [{ baseUrl: server.url, timeoutMs: 20 }, { baseUrl: "http://127.0.0.1:1" }]) {
      const { failure, seen } = await everythingSeenOf({ token: secret, ...options });
      expect(failure).toBeInstanceOf(Error);
      expect(seen).not.toContain(secret);
    }
  });

  it("of a success", async () => {
    const server = await serve((response) => json(response, 200, { data: { users: [] } }));
    const { failure, seen } = await everythingSeenOf({ token: secret, baseUrl: server.url });
    expect(failure).toEqual({ users: [] });
    expect(seen).not.toContain(secret);
  });

  it("whatever it is", async () => {
    const tokens = fc.string({ unit: fc.constantFrom(..."abcXYZ019-._~+/"), minLength: 16 });
    await fc.assert(
      fc.asyncProperty(tokens, fc.constantFrom(...leakyFetches), async (token, [, fail]) => {
        const fetch: Fetch = async (_, init) => {
          throw fail(init ?? {});
        };
        const { seen } = await everythingSeenOf({ token, fetch });
        expect(seen).not.toContain(token);
      }),
      { numRuns: 25 },
    );
  });

  it("of a token that cannot be sent, given or provided", async () => {
    const broken = `${secret}\nx-injected: 1`;
    const given = await Promise.reject(() => createIamClient({ token: broken })).catch((make) => {
      try {
        return make();
      } catch (error) {
        return error;
      }
    });
    const { failure, seen } = await everythingSeenOf({ token: () => broken });
    for (const error of [given, failure]) expect(error).toMatchObject({ name: "ConfigError" });
    expect(seen + views(given)).not.toContain(secret);
  });
});
