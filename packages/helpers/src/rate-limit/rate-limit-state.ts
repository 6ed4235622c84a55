import type { RateLimitWindow } from "./rate-limit-window.ts";

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

/**
 * Reads the state of a window.
 *
 * @param nowMs the monotonic time
 * @param epochMs what the wall clock showed when the monotonic clock started, in epoch milliseconds
 */
export function readRateLimitState(
  window: RateLimitWindow<unknown>,
  queued: number,
  nowMs: number,
  epochMs: number,
): RateLimitState {
  const remaining = window.remaining(nowMs);
  return {
    limit: finite(window.limit()),
    remaining: finite(remaining),
    resetAtMs: finite(Math.round(epochMs + window.endsAtMs(nowMs))),
    blocked: remaining === 0,
    queued,
  };
}

function finite(value: number): number | undefined {
  return value < Infinity ? value : undefined;
}
