import type { RateLimit } from "@segment-iam/client";
import type { ContractOperation } from "../contract.ts";
import { tooManyRequests } from "../response/http-error.ts";

/** Options of {@link RateLimits}. */
export interface RateLimitsOptions {
  /** Rate limits by operation id. `false` disables one limit or all. @default the limits in the spec */
  readonly limits?: false | Readonly<Record<string, RateLimit | false | undefined>> | undefined;
  /** The limit of operations without one in the spec. The API's limit is undocumented. @default 600 requests in 60 seconds */
  readonly defaultLimit?: RateLimit | false | undefined;
}

const DEFAULT_LIMIT: RateLimit = { requests: 600, windowSeconds: 60 };

/** Counts requests by token and operation in fixed windows. The first request after a window ends starts the next window. */
export class RateLimits {
  readonly #windows = new Map<string, { consumed: number; readonly endsAtMs: number }>();
  readonly #options: RateLimitsOptions;

  constructor(options: RateLimitsOptions) {
    this.#options = options;
  }

  /**
   * Counts a request, even if it exceeds the limit.
   *
   * @returns the rate-limit headers, which the API documents for success responses only
   * @throws {HttpError} 429 if the request exceeds the limit.
   */
  count(operation: ContractOperation, token: string, nowMs: number): Record<string, string> {
    const limit = this.#limitOf(operation);
    if (limit === false) return {};
    const key = `${operation.id} ${token}`;
    const current = this.#windows.get(key);
    const window =
      current !== undefined && nowMs < current.endsAtMs
        ? current
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
