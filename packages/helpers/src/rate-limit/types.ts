import type { Clock } from "../clock.ts";

/** Options of `rateLimit`. They apply to each operation separately. */
export interface RateLimitOptions {
  /** The highest number of calls in the queue. @default 10_000 */
  readonly maxQueueSize?: number | undefined;
  /** The longest time in the queue, in milliseconds. @default 120_000, or 900_000 with `priority: "bulk"` */
  readonly maxWaitMs?: number | undefined;
  /** @default systemClock */
  readonly clock?: Clock | undefined;
}

/** The state of an operation's rate limit at one moment. */
export interface RateLimitState {
  /** Requests per window. `undefined` if neither the spec nor a response states it. */
  readonly limit: number | undefined;
  /** Requests left in the window, after subtracting those in flight. `undefined` while unknown. */
  readonly remaining: number | undefined;
  /** The end of the window in epoch milliseconds of the local clock. For display only: no decision depends on it. */
  readonly resetAtMs: number | undefined;
  /** Whether a call made now would wait for the end of the window. */
  readonly blocked: boolean;
  /** The number of calls in the queue. */
  readonly queued: number;
}
