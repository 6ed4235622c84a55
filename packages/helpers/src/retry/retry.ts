import { ApiError, CallTimeoutError, type Interceptor } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { sleep, systemClock, type Clock } from "../clock.ts";
import { defaultWaitMs } from "../rate-limit/default-wait.ts";
import { rateLimitedResponses } from "../rate-limit/rate-limit.ts";
import { createRetryPolicy, type RetryPolicy, type RetryPolicyOptions } from "./retry-policy.ts";

const DEADLINE_MS = 60_000;
/** The highest number of 429s per call that do not count as attempts. They must state a delay, or a rate limiter must delay the retry. */
const MAX_FREE_RETRIES = 5;
/** The retry budget of a client. A retry costs 10 and a success refunds 1, so retries stay near a tenth of the traffic in an outage. */
const BUDGET = 100;
const RETRY_COST = 10;

/** The argument of `onRetry`. */
export interface RetryEvent {
  /** The id of the operation. */
  readonly operation: string;
  /** How many attempts have failed so far, including 429s that do not count towards `maxAttempts`. */
  readonly attempt: number;
  /** The delay before the next attempt, in milliseconds. */
  readonly delayMs: number;
  /** The error of the last attempt. */
  readonly failure: unknown;
}

/** Options of `retry`. */
export interface RetryOptions extends RetryPolicyOptions {
  /** Decides whether and when to retry. Replaces `maxAttempts`, `maxDelayMs` and `random`. @default createRetryPolicy(options) */
  readonly policy?: RetryPolicy | undefined;
  /**
   * The total time of a call in milliseconds, including all attempts, delays and time in the queue of a rate limiter. Each attempt gets
   * the time that is left.
   * @default 60_000, or the window of the operation's limit plus 30_000 if that is longer, up to 900_000; 900_000 with `priority: "bulk"`
   */
  readonly deadlineMs?: number | undefined;
  /** Called before the delay of each retry. If it throws, the call fails. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** The source of time, for tests. Pass the same clock to `rateLimit`, because both use the deadline of the call. @default systemClock */
  readonly clock?: Clock | undefined;
}

/**
 * Creates an interceptor that retries failed calls. Put it before `rateLimit`, so that each attempt respects the rate limit.
 *
 * Use one `retry()` for each client, because it holds the client's retry budget. The budget keeps retries near a tenth of the traffic in
 * an outage. Calls with `retry: false` and responses with `x-should-retry: false` are not retried. Calls throw `CallTimeoutError` after the
 * deadline.
 *
 * @throws {ConfigError} when `maxAttempts` is not a whole number of at least 1, or a duration is less than 0 or `NaN`
 */
export function retry(options: RetryOptions = {}): Interceptor {
  const { policy = createRetryPolicy(options), onRetry, clock = systemClock } = options;
  checkOptions(options);
  let budget = BUDGET;

  return (next) => async (context) => {
    const { operation, call, signal } = context;
    if (call.options.retry === false) return next(context);
    const windowMs = (operation.rateLimit?.windowSeconds ?? 0) * 1_000;
    const deadlineMs = options.deadlineMs ?? defaultWaitMs(DEADLINE_MS, call.options.priority, windowMs);
    const endsAtMs = clock.now() + deadlineMs;
    const timeLeftMs = (call.timeLeftMs = () => Math.floor(endsAtMs - clock.now()));
    for (let failed = 0, free = 0; ;) {
      let response: Response | undefined;
      let failure: unknown;
      try {
        response = await next(context);
        if (response.ok) {
          budget = Math.min(BUDGET, budget + 1);
          return response;
        }
        failure = await ApiError.from(response, operation.id, call.attempts);
      } catch (error) {
        failure = error;
      }
      // The rate limiter delays the retry after this 429.
      const isQueued = response !== undefined && rateLimitedResponses.has(response);
      const isFree = free < MAX_FREE_RETRIES && (isQueued || isRequestedRetry(failure));
      if (isFree) free += 1;
      else failed += 1;
      // `x-should-retry: false` takes precedence over a custom policy.
      const isFinal = signal?.aborted || (failure instanceof ApiError && failure.final);
      const delayMs = isFinal ? undefined : policy(failure, failed || 1, operation);
      const cost = isFree ? 0 : RETRY_COST;
      if (delayMs === undefined || delayMs >= timeLeftMs() || cost > budget) {
        if (response) return response;
        // The attempt timed out because of the deadline, so the error states the deadline.
        if (failure instanceof CallTimeoutError && timeLeftMs() <= 0)
          throw new CallTimeoutError(operation.id, call.attempts, deadlineMs, failure.cause);
        throw failure;
      }
      budget -= cost;
      call.options.onRetry?.(failure);
      onRetry?.({ operation: operation.id, attempt: failed + free, delayMs, failure });
      if (!isFree || !isQueued) await sleep(delayMs, signal, clock);
    }
  };
}

/** Returns whether the server requested the retry with a 429 that states a delay. The server expects the load of such a retry. */
function isRequestedRetry(failure: unknown): boolean {
  return failure instanceof ApiError && failure.status === 429 && failure.retryAfterMs !== undefined;
}
