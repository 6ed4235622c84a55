import { ApiError, type OperationDescriptor, type RequestContext } from "@segment-iam/client";

/** The rate-limit information of a response. Each number can be missing. */
export interface RateLimitInfo {
  /** Whether the response is a success. */
  readonly ok: boolean;
  /** Whether the response is a 429. */
  readonly isRateLimited?: boolean;
  /** The delay that a 429 states, in milliseconds, including a margin. */
  readonly retryAfterMs?: number | undefined;
  /** Whether the delay of a 429 was ignored because it is implausible. */
  readonly isImplausible?: boolean;
  /** Requests counted in the window, including this one. */
  readonly consumed?: number | undefined;
  /** Requests left in the window. */
  readonly remaining?: number | undefined;
  /** The end of the window on the server's clock, in epoch milliseconds. It identifies the window. */
  readonly resetMs?: number | undefined;
  /** The time from the response to the end of the window, in milliseconds, accurate to one second. */
  readonly resetInMs?: number | undefined;
}

/** Dates in headers are whole seconds, so their difference is off by at most one second. */
export const DATE_RESOLUTION_MS = 1_000;
/** The longest plausible delay, unless two windows are longer. A longer delay may be a number in the wrong unit. */
const MAX_PLAUSIBLE_MS = 3_600_000;
/** The highest difference between the values of `X-RateLimit-Reset` in two responses of the same window. */
const SAME_END_MS = 1_500;

const parseReset = /* @__PURE__ */ createDateParser();
const parseDate = /* @__PURE__ */ createDateParser();

/** Reads the rate-limit headers of a response. */
export function readRateLimitInfo({ ok, headers }: Response, { operation }: RequestContext): RateLimitInfo {
  const consumed = parseCount(headers.get("x-ratelimit-consumed"));
  const remaining = parseCount(headers.get("x-ratelimit-remaining"));
  const resetMs = parseReset(headers.get("x-ratelimit-reset"));
  const resetInMs = resetMs - parseDate(headers.get("date"));
  // Ignores a reset before the response's own date, such as 1970-01-01.
  if (!(resetInMs >= -DATE_RESOLUTION_MS) || !isPlausible(resetInMs, operation)) return { ok, consumed, remaining };
  return { ok, consumed, remaining, resetMs, resetInMs: Math.max(0, resetInMs) };
}

/** Reads the delay that a 429 states. */
export async function readRateLimitError(
  response: Response,
  { operation, call }: RequestContext,
): Promise<RateLimitInfo> {
  const { retryAfterMs } = await ApiError.from(response, operation.id, call.attempts);
  return isPlausible(retryAfterMs, operation)
    ? { ok: false, isRateLimited: true, retryAfterMs }
    : { ok: false, isRateLimited: true, isImplausible: true };
}

/** Returns whether a delay is at most an hour, or two windows of the operation if that is longer. A missing delay is plausible. */
function isPlausible(delayMs: number | undefined, { rateLimit }: OperationDescriptor): boolean {
  return !(Number(delayMs) > Math.max(MAX_PLAUSIBLE_MS, 2_000 * (rateLimit?.windowSeconds ?? 0)));
}

/** Compares the windows of two resets, like a comparator for `sort`. Returns 0 if both belong to the same window. */
export function compareResets(resetMs: number, otherMs: number, windowMs: number): number {
  const differenceMs = resetMs - otherMs;
  return Math.abs(differenceMs) <= Math.min(SAME_END_MS, windowMs / 2) ? 0 : differenceMs;
}

function parseCount(value: string | null): number | undefined {
  return /^\d+$/.test(String(value)) ? Number(value) : undefined;
}

/** Returns a date parser that caches its last result. Parsing is slow, and successive responses often have the same date. */
function createDateParser(): (text: string | null) => number {
  let cachedText: string | null = null;
  let dateMs = NaN;
  return (text) => {
    if (text !== cachedText) dateMs = Date.parse(String(text));
    cachedText = text;
    return dateMs;
  };
}
