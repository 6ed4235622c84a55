import type { RequestContext } from "@segment-iam/client";
import type { Clock } from "../clock.ts";
import type { RateLimitWindow } from "./rate-limit-window.ts";
import type { RateLimitInfo } from "./read-rate-limit-info.ts";

/** Options of `rateLimit`. They apply to each operation separately. */
export interface RateLimitOptions {
  /** The highest number of calls in the queue. @default 10_000 */
  readonly maxQueueSize?: number | undefined;
  /**
   * The longest time in the queue, in milliseconds.
   * @default 120_000, or the length of a window plus 30_000 if that is longer, up to 900_000; 900_000 with `priority: "bulk"`
   */
  readonly maxWaitMs?: number | undefined;
  /** The source of time, for tests. @default systemClock */
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

/** The queue of one operation's calls. It sends them as the rate limit allows. */
export interface RequestQueue<Permit> extends Pick<RateLimitWindow, "setSpecLimit"> {
  /** Returns the current state. Returns the same object until the state changes. */
  state(): RateLimitState;
  /** Calls `listener` after each change. Returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Returns a permit, or a promise of one if the call has to wait. Throws `QueueFullError` and `WaitTooLongError`. */
  acquire(context: RequestContext): Permit | Promise<Permit>;
  /** Releases a permit, with the rate-limit information of the response, or `undefined` if none arrived. */
  release(permit: Permit, info: RateLimitInfo | undefined): void;
  /** Returns the number of bulk or interactive calls in the queue. */
  waiting(isBulk: boolean): number;
  /** Sends waiting calls for as long as the window allows. */
  drain(): void;
  /** Rejects waiting calls whose estimated wait exceeds their deadline. */
  rejectExpired(): void;
  /** Discards what is known about the window, and sends waiting calls. */
  reset(): void;
}
