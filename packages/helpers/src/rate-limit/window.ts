import type { RateLimitInfo } from "./read-rate-limit-info.ts";

/** A window of a rate limit, as far as the answers have told. */
export interface Window {
  /** When it is certainly over, in monotonic milliseconds. */
  endMs: number;
  /** Requests left, those under way not taken off. */
  remaining: number;
  /** How many of our own requests are known to be counted in it, or have to be taken for it. */
  own: number;
  /** How many requests of others are counted in it, at least. */
  others: number;
  /** Whether nobody else was seen in the window before it. */
  readonly alone: boolean;
  /** Its end on the server's clock, in epoch milliseconds: what tells it from other windows. */
  readonly resetMs?: number | undefined;
  /** Of a closing after a 429 that did not say for how long: its length in milliseconds. */
  readonly backoffMs?: number;
}

/** Dates in headers are whole seconds, and differences of two are a second off at most. */
const DATE_RESOLUTION_MS = 1_000;
const MARGIN_MS = 50;
/** Ends of one window, as two answers tell them, are no further apart. */
const SAME_END_MS = 1_500;

/**
 * How long the window of an answer may still last, in milliseconds: a bound that is never too short, whatever the clocks of either
 * side show. The length of a window is `NaN` where nobody states it.
 *
 * The answer to the request that opened a window bounds it by the window's length as well, which is the sharper bound. A length
 * that the answer contradicts is not used.
 */
export function windowLeftMs({ consumed, resetInMs }: RateLimitInfo, statedMs: number, windowMs: number): number {
  if (resetInMs === undefined) return windowMs + MARGIN_MS;
  const byDatesMs = resetInMs + DATE_RESOLUTION_MS;
  const isBound = consumed === 1 && resetInMs < statedMs + DATE_RESOLUTION_MS;
  return (isBound ? Math.min(byDatesMs, statedMs) : byDatesMs) + MARGIN_MS;
}

/** Whether the first end is of an earlier (negative) or later (positive) window than the second; 0 when of the same. */
export function compareEnds(resetMs: number, otherMs: number, windowMs: number): number {
  const differenceMs = resetMs - otherMs;
  return Math.abs(differenceMs) <= Math.min(SAME_END_MS, windowMs / 2) ? 0 : differenceMs;
}
