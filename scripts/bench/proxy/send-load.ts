import { BASE_PATH } from "./contenders.ts";
import type { Load } from "../install-peers.ts";

/** The number of concurrent connections. */
export const CONNECTIONS = 64;

/** The result of a number of requests. */
export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly successes: number;
  readonly failures: number;
  /** Requests without a response, or with a body that is neither a page nor an error envelope. */
  readonly lost: number;
}

interface Autocannon {
  (options: object): Promise<AutocannonResult>;
}

interface AutocannonResult {
  readonly requests: { readonly total: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly duration: number;
  readonly "2xx": number;
  readonly non2xx: number;
  readonly mismatches: number;
}

/** Sends requests over 64 connections, and waits for all responses. */
export async function sendLoad(load: Load, port: number, amount: number): Promise<LoadResult> {
  const { default: autocannon } = await load<{ default: Autocannon }>("autocannon");
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${BASE_PATH}/users?pagination.count=10`,
    connections: CONNECTIONS,
    amount,
    // In milliseconds. The run ends at a sample, so the default of a second would round its duration.
    sampleInt: 10,
    // In seconds. It exceeds the duration of the longest call with retries.
    timeout: 70,
    headers: { accept: "application/json", cookie: "session=ada" },
    verifyBody: (body: string) => body.startsWith('{"data":{') || body.startsWith('{"errors":['),
  });
  const responses = result["2xx"] + result.non2xx;
  return {
    requestsPerSecond: result.requests.total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    successes: result["2xx"],
    failures: result.non2xx,
    lost: amount - responses + result.mismatches,
  };
}
