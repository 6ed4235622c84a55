import type { RateLimit } from "@segment-iam/client";
import type { ContractOperation } from "../contract.ts";
import { tooManyRequests } from "../response/http-error.ts";

/** The rate limits of a mock. */
export interface RateLimitsOptions {
  /** Limits by operation id, instead of the spec's. `false` turns them all off. @default the spec's */
  readonly limits?: false | Readonly<Record<string, RateLimit | false | undefined>> | undefined;
  /** The limit of operations for which the spec has none. The API's own is not published. @default 600 in 60 seconds */
  readonly defaultLimit?: RateLimit | false | undefined;
}

const DEFAULT_LIMIT: RateLimit = { requests: 600, windowSeconds: 60 };

/** Counts requests by token and operation in fixed windows. A window starts with the first request after the last one ended. */
export class RateLimits {
  readonly #windows = new Map<string, { consumed: number; readonly endsAtMs: number }>();
  readonly #options: RateLimitsOptions;

  constructor(options: RateLimitsOptions) {
    this.#options = options;
  }

  /**
   * Counts a request, also if it is over the limit.
   *
   * @returns the rate-limit headers of a success; the API documents them for successes only
   * @throws {HttpError} 429 if the request is over the limit.
   */
  count(operation: ContractOperation, token: string, nowMs: number): Record<string, string> {
    const limit = this.#limitOf(operation);
    if (limit === false) return {};
    const key = `${operation.id} ${token}`;
    const open = this.#windows.get(key);
    const window =
      open !== undefined && nowMs < open.endsAtMs
        ? open
        : { consumed: 0, endsAtMs: nowMs + limit.windowSeconds * 1_000 };
    this.#windows.set(key, window);
    window.consumed += 1;
    const { consumed, endsAtMs } = window;
    if (consumed > limit.requests) throw tooManyRequests(consumed, endsAtMs - nowMs);
    return {
      "x-ratelimit-consumed": String(consumed),
      "x-ratelimit-remaining": String(limit.requests - consumed),
      "x-ratelimit-reset": new Date(endsAtMs).toUTCString(),
    };
  }

  /** Resets all counts. */
  clear(): void {
    this.#windows.clear();
  }

  #limitOf({ id, rateLimit }: ContractOperation): RateLimit | false {
    const { limits, defaultLimit = DEFAULT_LIMIT } = this.#options;
    if (limits === false) return false;
    const own = limits && Object.hasOwn(limits, id) ? limits[id] : undefined;
    return own ?? rateLimit ?? defaultLimit;
  }
}
