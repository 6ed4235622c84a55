import type { Answer } from "./read-answer.ts";

/** A window of a rate limit, as far as the answers have told. */
export interface Window {
  /** When it is certainly over, in monotonic milliseconds. */
  endMs: number;
  /** Requests left, those under way not taken off. */
  remaining: number;
  /** The highest count the server told, `undefined` when it tells none. */
  consumed: number | undefined;
  /** How many of our own requests are known to be in that count, or have to be taken for it. */
  own: number;
  /** How many requests of others are in it, at least. */
  others: number;
  /** Its end on the server's clock, in epoch milliseconds: what tells it from other windows. */
  readonly resetMs: number | undefined;
}

/** Where nobody states the length of a window. */
export const DEFAULT_WINDOW_MS = 60_000;
/** Dates in headers are whole seconds, and differences of two are a second off at most. */
const DATE_RESOLUTION_MS = 1_000;
const MARGIN_MS = 50;
/** Ends of one window, as two answers tell them, are no further apart. */
const SAME_END_MS = 1_500;

/**
 * When the window of an answer is certainly over: a bound that is never too early, whatever the clocks of either side show.
 *
 * The answer to the request that opened a window bounds it by the window's length as well, which is the sharper bound. A length
 * that the answer contradicts is not used.
 */
export function estimateEndMs({ consumed, resetInMs }: Answer, nowMs: number, statedMs: number | undefined): number {
  if (resetInMs === undefined) return nowMs + (statedMs ?? DEFAULT_WINDOW_MS) + MARGIN_MS;
  const byDatesMs = resetInMs + DATE_RESOLUTION_MS;
  const holds = statedMs !== undefined && resetInMs < statedMs + DATE_RESOLUTION_MS;
  return nowMs + (consumed === 1 && holds ? Math.min(byDatesMs, statedMs) : byDatesMs) + MARGIN_MS;
}

/** Whether the first end is of an earlier (negative) or later (positive) window than the second; 0 when of the same. */
export function compareEnds(resetMs: number, otherMs: number, windowMs: number): number {
  const differenceMs = resetMs - otherMs;
  return Math.abs(differenceMs) <= Math.min(SAME_END_MS, windowMs / 2) ? 0 : differenceMs;
}
