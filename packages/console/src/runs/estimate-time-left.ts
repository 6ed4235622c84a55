import type { RateLimitState } from "@segment-iam/helpers/rate-limit";

/** The input of {@link estimateTimeLeftMs}. */
export interface TimeLeftInput {
  /** The number of requests to send. */
  readonly requestsLeft: number;
  /** The mean duration of a request in milliseconds, excluding waits for the rate limit. */
  readonly requestMs: number | undefined;
  readonly rateLimit: Pick<RateLimitState, "limit" | "remaining">;
  /** The time until the window of the rate limit ends, in milliseconds; `undefined` if unknown. */
  readonly resetInMs: number | undefined;
  /** The length of a window of the rate limit. @default no rate limit */
  readonly windowMs: number | undefined;
}

/** Estimates how long a run takes, including the time it waits for the rate limit. Returns `undefined` before the first response. */
export function estimateTimeLeftMs(input: TimeLeftInput): number | undefined {
  const { requestsLeft, requestMs, rateLimit, resetInMs, windowMs = 0 } = input;
  if (requestMs === undefined) return undefined;
  const { limit, remaining } = rateLimit;
  const sendingMs = requestsLeft * requestMs;
  if (resetInMs === undefined || remaining === undefined || remaining >= requestsLeft) return sendingMs;
  const later = requestsLeft - remaining;
  // Full windows add their whole length. The last window adds only the time to send its requests.
  const fullWindows = limit ? Math.ceil(later / limit) - 1 : 0;
  const inLastWindow = limit ? later - fullWindows * limit : later;
  return Math.max(sendingMs, resetInMs + fullWindows * windowMs + inLastWindow * requestMs);
}
