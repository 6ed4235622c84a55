import { ApiError, type OperationDescriptor } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { backoffMs } from "./backoff.ts";
import { isRetryable } from "./is-retryable.ts";

/**
 * Decides what follows a failure: the delay before the next attempt in milliseconds, or `undefined` to give up.
 *
 * @param failure what the attempt failed with: an `ApiError`, a `NetworkError`, or anything else that was thrown
 * @param attempt how many attempts have failed by now, so 1 after the first
 * @param operation what was called
 */
export type RetryPolicy = (failure: unknown, attempt: number, operation: OperationDescriptor) => number | undefined;

/** How a retry policy decides. */
export interface RetryPolicyOptions {
  /** How often a call is sent at most, the first time included. @default 4 */
  readonly attempts?: number | undefined;
  /** A longer wait than this is not worth it: the failure is handed out at once. In milliseconds. @default 120_000 */
  readonly maxDelayMs?: number | undefined;
  /** A number from 0 up to 1, for jitter. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * Makes the policy that `retry` uses: the server's own word where it gave one, else a backoff with full jitter.
 *
 * It keeps no state, so that another owner of retries, TanStack Query for example, can ask it too.
 *
 * @throws {ConfigError} when `attempts` is not a whole number of at least 1.
 */
export function createRetryPolicy(options: RetryPolicyOptions = {}): RetryPolicy {
  const { attempts = 4, maxDelayMs = 120_000, random = Math.random } = options;
  checkOptions({ attempts }, 1);
  return (failure, attempt, operation) => {
    if (attempt >= attempts || !isRetryable(failure, operation)) return undefined;
    const toldMs = failure instanceof ApiError ? failure.retryAfterMs : undefined;
    const delayMs = toldMs ?? backoffMs(attempt, random);
    return delayMs <= maxDelayMs ? delayMs : undefined;
  };
}
