import type { WindowStore } from "../../../packages/helpers/src/redis/window-store.ts";
import type { Load } from "../install-peers.ts";

/** The input of a contender, once for each simulated process. */
interface Environment {
  readonly fetch: typeof globalThis.fetch;
  readonly load: Load;
  /** The number of the process. */
  readonly process: number;
  /** The rate limit windows that the processes share in the cases with a Redis. */
  readonly windows: WindowStore | undefined;
}

/** Makes one call under the limit. Rejects when the contender stops retrying. */
export type MakeCall = () => Promise<unknown>;

/** A library or hand-written code that makes calls under a limit. */
export interface Contender {
  readonly id: string;
  readonly name: string;
  /** All settings that differ from the defaults. The benchmark prints them. */
  readonly settings: string;
  /** Whether it takes part in the cases with a Redis. A real Redis cannot run in virtual time. */
  readonly supportsRedis?: boolean;
  create(environment: Environment): Promise<MakeCall>;
}

/** Exceeds the attempts of any run, so that no contender fails because of a low default. */
export const UNLIMITED_ATTEMPTS = 1_000;

/** The concurrency of contenders without a queue. They are slower with all calls in flight. */
const CONCURRENCY = 10;

/** The duration of a window. It replaces default backoffs that are longer or unlimited. */
export const MAX_BACKOFF_MS = 60_000;

/** The request that all contenders send. */
export const REQUEST_URL = "https://api.segmentapis.com/users?userIds.0=u1";

/** A response with an error status, for contenders that expect an exception. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly retryAfterMs: number;

  constructor(status: number, retryAfterMs: number) {
    super(`The API responded with ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Sends the request once. @throws {HttpError} On an error status. */
export async function request(fetch: typeof globalThis.fetch): Promise<void> {
  const response = await fetch(REQUEST_URL, { method: "DELETE" });
  if (response.ok) return;
  const { errors } = (await response.json()) as { errors: [{ data: { msBeforeNext: number } }] };
  throw new HttpError(response.status, errors[0].data.msBeforeNext);
}

/** Limits the concurrency of a contender. */
export async function limitConcurrency(load: Load, makeCall: MakeCall, concurrency = CONCURRENCY): Promise<MakeCall> {
  const { default: pLimit } = await load<{ default(limit: number): (task: MakeCall) => Promise<unknown> }>("p-limit");
  const limit = pLimit(concurrency);
  return () => limit(makeCall);
}
