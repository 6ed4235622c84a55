import { expect } from "vitest";
import { TOKEN } from "./set-up.ts";
import { rawRequest, sendRaw, type RawExchange, type SendOptions } from "./raw-http.ts";
import type { ReceivedRequest, Target } from "./start-target.ts";

/** An attack on the proxy, and its only permitted effect. */
export interface Attack extends SendOptions {
  /** The bytes that are sent, as latin1 text. */
  readonly request: string;
  /** The statuses of all responses; empty if the server closes the connection without a response. */
  readonly statuses: readonly number[];
  /** The requests that reach the API. @default [] */
  readonly reaches?: readonly string[];
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

/** Sends an attack, and checks that it has no other effect than the stated one. Returns what the proxy sent. */
export async function expectHarmless(target: Target, attack: Attack): Promise<RawExchange> {
  const start = target.received.length;
  const exchange = await sendRaw(target.port, attack.request, attack);
  const reached = target.received.slice(start);
  expect(exchange.responses.map(({ status }) => status)).toEqual(attack.statuses);
  expect(reached.map(({ method, target }) => `${method} ${target}`)).toEqual(attack.reaches ?? []);
  expectInvariants(target, [exchange], reached);
  const good = await sendRaw(target.port, rawRequest("GET /api/iam/users?pagination.count=1"));
  expect(good.responses.map(({ status }) => status)).toEqual([200]);
  return exchange;
}

/** Checks what holds after any bytes were sent to the proxy. */
export function expectInvariants(
  target: Target,
  exchanges: readonly RawExchange[],
  reached: readonly ReceivedRequest[],
): void {
  for (const { text, responses } of exchanges) {
    expect(text).not.toContain(TOKEN);
    for (const { headers } of responses) expectUncached(headers);
  }
  for (const line of target.logged.splice(0)) expect(line).not.toContain(TOKEN);
  for (const request of reached) expectOwnHeaders(request, target.apiPort);
  expect(target.malformed).toEqual([]);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(PROTOTYPE_MEMBERS);
}

/** Responses without an id come from the HTTP server, which rejected the request before the proxy. */
function expectUncached(headers: readonly (readonly [string, string])[]): void {
  const all = new Map(headers);
  if (all.has("x-request-id")) expect(all.get("cache-control")).toBe("no-store");
  expect([all.get("set-cookie"), all.get("access-control-allow-origin"), all.get("location")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
}

/** The API receives the headers of the proxy, once each, and nothing else of the caller. */
function expectOwnHeaders({ headers }: ReceivedRequest, apiPort: number): void {
  const names = headers.map(([name]) => name);
  expect(names.filter((name) => !SENT_HEADERS.has(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.fromEntries(headers)).toMatchObject({ authorization: `Bearer ${TOKEN}`, host: `127.0.0.1:${apiPort}` });
}
