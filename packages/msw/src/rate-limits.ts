import type { ContractLimit, ContractOperation } from "./contract.ts";
import { FixedWindows } from "./fixed-windows.ts";
import { tooManyRequests } from "./response/api-failure.ts";

/** Which limits hold. */
export interface RateLimitsOptions {
  /** Limits by operation, instead of the spec's; `false` lets everything through. @default the spec's */
  readonly limits?: false | Readonly<Record<string, ContractLimit | false | undefined>> | undefined;
  /** The limit of operations for which the spec has none; the API's own is not published. @default 600 in 60 seconds */
  readonly defaultLimit?: ContractLimit | false | undefined;
}

/** Counts requests by token and by operation, as the API does. It has one sender, so it does not count by address. */
export class RateLimits {
  readonly #windows = new FixedWindows();
  readonly #options: RateLimitsOptions;

  constructor(options: RateLimitsOptions) {
    this.#options = options;
  }

  /**
   * Counts a request, and gives the headers that a success then has: the API's guide promises them on successes only.
   *
   * @throws {ApiFailure} 429 when the limit is used up.
   */
  count(operation: ContractOperation, token: string, nowMs: number): Record<string, string> {
    const limit = this.#limitOf(operation);
    if (limit === false) return {};
    const { isAllowed, consumed, remaining, endsAtMs } = this.#windows.consume(
      `${operation.id} ${token}`,
      limit,
      nowMs,
    );
    if (!isAllowed) throw tooManyRequests(consumed, endsAtMs - nowMs);
    return {
      "x-ratelimit-consumed": String(consumed),
      "x-ratelimit-remaining": String(remaining),
      "x-ratelimit-reset": new Date(endsAtMs).toUTCString(),
    };
  }

  /** Forgets what was counted. */
  clear(): void {
    this.#windows.clear();
  }

  #limitOf({ id, limit }: ContractOperation): ContractLimit | false {
    const { limits, defaultLimit = { requests: 600, windowSeconds: 60 } } = this.#options;
    const own = limits && Object.hasOwn(limits, id) ? limits[id] : undefined;
    return limits === false ? false : (own ?? limit ?? defaultLimit);
  }
}
