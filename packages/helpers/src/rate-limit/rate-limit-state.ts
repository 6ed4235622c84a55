import type { RateLimitWindow } from "./rate-limit-window.ts";

/** What is known of an operation's rate limit at a moment. */
export interface RateLimitState {
  /** How many requests a window takes; `undefined` until the spec or an answer tells. */
  readonly limit: number | undefined;
  /** How many are left, those under way taken off; `undefined` until known. */
  readonly remaining: number | undefined;
  /** When the window ends, in epoch milliseconds of the local clock. For display only: nothing is decided by it. */
  readonly resetAtMs: number | undefined;
  /** Whether a call made now would have to wait for the window to end. */
  readonly blocked: boolean;
  /** How many calls wait. */
  readonly queued: number;
}

/**
 * Reads how things stand.
 *
 * @param nowMs the time on the monotonic clock
 * @param epochMs the local clock at the start of the monotonic one, in epoch milliseconds
 */
export function readState(
  pace: RateLimitWindow<unknown>,
  queued: number,
  nowMs: number,
  epochMs: number,
): RateLimitState {
  const remaining = pace.remaining(nowMs);
  return {
    limit: known(pace.limit()),
    remaining: known(remaining),
    resetAtMs: known(Math.round(epochMs + pace.endsAtMs(nowMs))),
    blocked: remaining === 0,
    queued,
  };
}

/** A figure that is not known is none to be shown. */
function known(figure: number): number | undefined {
  return figure < Infinity ? figure : undefined;
}
