import { expect } from "vitest";
import { TOKEN } from "./set-up.ts";
import { rawRequest, sendRaw, type RawExchange, type SendOptions } from "./raw-http.ts";
import type { ReceivedRequest, Target } from "./start-target.ts";

/** The effects of an attack. */
export interface AttackResult extends RawExchange {
  /** The statuses of all responses; empty if the server closed the connection without a response. */
  readonly statuses: readonly number[];
  /** The requests that reached the API, such as `GET /users`. */
  readonly reached: readonly string[];
}

/** The headers that the proxy and `fetch` send to the API. */
const SENT_HEADERS = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "authorization",
  "connection",
  "content-length",
  "content-type",
  "host",
  "sec-fetch-mode",
  "user-agent",
  "x-request-id",
]);

/** The members of `Object.prototype` before any attack. */
const PROTOTYPE_MEMBERS = Reflect.ownKeys(Object.prototype);

/** Sends an attack. Checks that the guarantees of the proxy hold, and that it still responds to a normal request. */
export async function attack(target: Target, request: string, options?: SendOptions): Promise<AttackResult> {
  const start = target.received.length;
  const exchange = await sendRaw(target.port, request, options);
  const received = target.received.slice(start);
  expectInvariants(target, [exchange], received);
  const usual = await sendRaw(target.port, rawRequest("GET /api/iam/users?pagination.count=1"));
  expect(usual.responses.map(({ status }) => status)).toEqual([200]);
  return {
    ...exchange,
    statuses: exchange.responses.map(({ status }) => status),
    reached: received.map(({ method, target }) => `${method} ${target}`),
  };
}

/** Checks the guarantees that hold after any input: no leaked token, no caching, no foreign headers and no polluted prototype. */
export function expectInvariants(
  target: Target,
  exchanges: readonly RawExchange[],
  received: readonly ReceivedRequest[],
): void {
  for (const { text, responses } of exchanges) {
    expect(text).not.toContain(TOKEN);
    for (const { headers } of responses) expectUncached(headers);
  }
  for (const line of target.logged.splice(0)) expect(line).not.toContain(TOKEN);
  for (const request of received) expectOwnHeaders(request, target.apiPort);
  expect(target.malformed).toEqual([]);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(PROTOTYPE_MEMBERS);
}

/** Checks that a response of the proxy is not cached. Responses without an id come from the HTTP server instead. */
function expectUncached(headers: readonly (readonly [string, string])[]): void {
  const all = new Map(headers);
  if (all.has("x-request-id")) expect(all.get("cache-control")).toBe("no-store");
  expect([all.get("set-cookie"), all.get("access-control-allow-origin"), all.get("location")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
}

/** Checks that the API received only the headers of the proxy, each of them once. */
function expectOwnHeaders({ headers }: ReceivedRequest, apiPort: number): void {
  const names = headers.map(([name]) => name);
  expect(names.filter((name) => !SENT_HEADERS.has(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.fromEntries(headers)).toMatchObject({ authorization: `Bearer ${TOKEN}`, host: `127.0.0.1:${apiPort}` });
}
