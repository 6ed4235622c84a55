import type { Clock } from "../clock.ts";

/** Options of `rateLimit`. They apply to each operation separately. */
export interface RateLimitOptions {
  /** How many calls can wait. @default 10_000 */
  readonly maxQueueSize?: number | undefined;
  /** How long a call can wait, in milliseconds. @default 120_000, or 900_000 with `priority: "bulk"` */
  readonly maxWaitMs?: number | undefined;
  /** @default systemClock */
  readonly clock?: Clock | undefined;
}

/** The state of an operation's rate limit at one moment. */
export interface RateLimitState {
  /** Requests per window. `undefined` until the spec or a response states it. */
  readonly limit: number | undefined;
  /** Requests left in the window, after subtracting those in flight. `undefined` while unknown. */
  readonly remaining: number | undefined;
  /** The end of the window in epoch milliseconds of the local clock. For display only: no decision depends on it. */
  readonly resetAtMs: number | undefined;
  /** Whether a call made now would wait for the end of the window. */
  readonly blocked: boolean;
  /** Calls that wait. */
  readonly queued: number;
}
