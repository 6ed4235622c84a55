import { ApiError, TimeoutError, type Interceptor } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { rateLimitedResponses } from "../rate-limit/rate-limited-responses.ts";
import { systemClock, type Clock } from "../time/clock.ts";
import { sleep } from "../time/sleep.ts";
import { createRetryPolicy, type RetryPolicy, type RetryPolicyOptions } from "./retry-policy.ts";

const DEADLINE_MS = 60_000;
const BULK_DEADLINE_MS = 15 * 60_000;
/** How many 429s that a rate limiter waits out are free of charge in one call. */
const MAX_GATED = 5;
/** What a client may spend on retries: in an outage it runs dry, and retries stay near a tenth of the traffic. */
const BUDGET = 100;
const RETRY_COST = 10;

/** What is about to be repeated, and why. */
export interface RetryEvent {
  /** The id of the operation. */
  readonly operation: string;
  /** How many attempts have failed by now. */
  readonly attempt: number;
  /** The delay before the next one, in milliseconds. */
  readonly delayMs: number;
  /** What the last attempt failed with. */
  readonly failure: unknown;
}

/** How `retry` behaves. */
export interface RetryOptions extends RetryPolicyOptions {
  /** Decides instead of the policy made from the other options. @default createRetryPolicy(options) */
  readonly policy?: RetryPolicy | undefined;
  /**
   * How long a call may take in milliseconds, with all its attempts and waits, and its time in a rate limiter's queue. Each of
   * them is given what is left.
   * @default 60_000, and 900_000 for calls with `priority: "bulk"`
   */
  readonly deadlineMs?: number | undefined;
  /** Told of each retry before its delay. What it throws fails the call. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Shared with `rateLimit`, which has to know the deadline. @default systemClock */
  readonly clock?: Clock | undefined;
}

/**
 * Makes an interceptor that sends a failed call again. Put it before `rateLimit`, so that each attempt is paced.
 *
 * One client, one `retry()`: it holds a budget that keeps retries near a tenth of the traffic in an outage. It leaves a call
 * alone that was made with `retry: false`, and a response that says `x-should-retry: false`.
 *
 * @throws {ConfigError} for an impossible number of attempts, and a length of time less than 0 or `NaN`. Its calls throw
 *   `TimeoutError` past the deadline.
 */
export function retry(options: RetryOptions = {}): Interceptor {
  const { policy = createRetryPolicy(options), onRetry, clock = systemClock } = options;
  checkOptions(options);
  let budget = BUDGET;

  return (next) => async (exchange) => {
    const { operation, call, signal } = exchange;
    if (call.options.retry === false) return next(exchange);
    const deadlineMs = options.deadlineMs ?? (call.options.priority === "bulk" ? BULK_DEADLINE_MS : DEADLINE_MS);
    const endsAtMs = clock.now() + deadlineMs;
    const timeLeftMs = (call.timeLeftMs = () => endsAtMs - clock.now());
    for (let failed = 0, gated = 0; ;) {
      let response: Response | undefined;
      let failure: unknown;
      try {
        response = await next(exchange);
        if (response.ok) {
          budget = Math.min(BUDGET, budget + 1);
          return response;
        }
        failure = await ApiError.from(response, operation.id, call.attempts);
      } catch (error) {
        failure = error;
      }
      // The gate holds the next attempt back for as long as the server asked: it is not waited for twice.
      const waitsAtGate = gated < MAX_GATED && response !== undefined && rateLimitedResponses.has(response);
      if (waitsAtGate) gated += 1;
      else failed += 1;
      // Whoever answered may have retried already: that outranks a policy of the caller's own.
      const isFinal = signal?.aborted || (failure instanceof ApiError && failure.final);
      const delayMs = isFinal ? undefined : policy(failure, failed || 1, operation);
      const cost = waitsAtGate ? 0 : RETRY_COST;
      if (delayMs === undefined || delayMs >= timeLeftMs() || cost > budget) {
        if (response) return response;
        // An attempt that had less than its own time because the call had no more.
        if (failure instanceof TimeoutError && timeLeftMs() <= 0)
          throw new TimeoutError(operation.id, call.attempts, deadlineMs, failure.cause);
        throw failure;
      }
      budget -= cost;
      call.options.onRetry?.(failure);
      onRetry?.({ operation: operation.id, attempt: failed + gated, delayMs, failure });
      if (!waitsAtGate) await sleep(delayMs, signal, clock);
    }
  };
}
