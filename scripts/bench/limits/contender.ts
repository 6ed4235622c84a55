import type { WindowStore } from "../../../packages/helpers/src/redis/window-store.ts";
import type { Load } from "./load-peers.ts";

/** What a contender gets, once for each simulated process. */
interface Environment {
  readonly fetch: typeof globalThis.fetch;
  readonly load: Load;
  /** The number of the process. */
  readonly process: number;
  /** What the processes share in the cases with a Redis. */
  readonly windows: WindowStore | undefined;
}

/** Makes one call within the limit. Rejects when the contender gives up. */
export type MakeCall = () => Promise<unknown>;

/** A library, or code written by hand, that makes calls under a limit. */
export interface Contender {
  readonly id: string;
  readonly name: string;
  /** Every setting that is not the default. The bench prints it. */
  readonly settings: string;
  /** Whether it can share a limit between processes here. A real Redis has no virtual time. */
  readonly canShare?: boolean;
  create(environment: Environment): Promise<MakeCall>;
}

/** More attempts than any run needs, so that no contender fails because of a small default. */
export const ENDLESS = 1_000;

/** The concurrency of contenders without a queue. They do worse with all calls at once. */
const CONCURRENCY = 10;

/** The longest backoff that a window needs. It replaces defaults that are longer or unlimited. */
export const MAX_BACKOFF_MS = 60_000;

/** The request that all contenders send. */
export const REQUEST_URL = "https://api.segmentapis.com/users?userIds.0=u1";

/** A response that is no success, for contenders that expect an exception. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly status: number;
  readonly retryAfterMs: number;

  constructor(status: number, retryAfterMs: number) {
    super(`The API responded with ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Sends the request once. @throws {RefusedError} */
export async function request(fetch: typeof globalThis.fetch): Promise<void> {
  const response = await fetch(REQUEST_URL, { method: "DELETE" });
  if (response.ok) return;
  const { errors } = (await response.json()) as { errors: [{ data: { msBeforeNext: number } }] };
  throw new RefusedError(response.status, errors[0].data.msBeforeNext);
}

/** Limits the concurrency of a contender. */
export async function limitConcurrency(load: Load, makeCall: MakeCall, concurrency = CONCURRENCY): Promise<MakeCall> {
  const { default: pLimit } = await load<{ default(limit: number): (task: MakeCall) => Promise<unknown> }>("p-limit");
  const limit = pLimit(concurrency);
  return () => limit(makeCall);
}
