import { ApiError, NetworkError, TimeoutError, type OperationDescriptor } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";

/**
 * Decides what follows a failed attempt: returns the delay before the next attempt in milliseconds, or `undefined` to give up.
 *
 * @param failure what the attempt failed with: an `ApiError`, a `NetworkError`, or anything else that was thrown
 * @param attempt how many attempts have failed so far: 1 after the first
 * @param operation the operation of the call
 */
export type RetryPolicy = (failure: unknown, attempt: number, operation: OperationDescriptor) => number | undefined;

/** Options of `createRetryPolicy`. */
export interface RetryPolicyOptions {
  /** How many times a call is sent at most, including the first. @default 4 */
  readonly maxAttempts?: number | undefined;
  /** The longest delay before a retry, in milliseconds. The call fails at once when the server asks for more. @default 120_000 */
  readonly maxDelayMs?: number | undefined;
  /** Returns a number from 0 up to 1, for jitter. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Methods that are idempotent (RFC 9110, 9.2.2). */
const IDEMPOTENT_METHODS = ["GET", "HEAD", "PUT", "DELETE"];
/** Statuses of failures that can pass by themselves. */
const TRANSIENT_STATUSES = [408, 500, 502, 503, 504];
/** Codes of failures before a connection exists, so that nothing was sent. */
const UNSENT_CODES: readonly (string | undefined)[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
];
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 20_000;

/**
 * Creates the policy that `retry` uses: the server's delay if it sent one, or else exponential backoff with full jitter.
 *
 * The policy keeps no state, so another owner of retries, such as TanStack Query, can use it too.
 *
 * @throws {ConfigError} when `maxAttempts` is not a whole number of at least 1
 */
export function createRetryPolicy(options: RetryPolicyOptions = {}): RetryPolicy {
  const { maxAttempts = 4, maxDelayMs = 120_000, random = Math.random } = options;
  checkOptions({ maxAttempts }, 1);
  return (failure, attempt, operation) => {
    if (attempt >= maxAttempts || !isRetryable(failure, operation)) return undefined;
    const serverDelayMs = failure instanceof ApiError ? failure.retryAfterMs : undefined;
    const delayMs = serverDelayMs ?? backoffMs(attempt, random);
    return delayMs <= maxDelayMs ? delayMs : undefined;
  };
}

/** Returns whether the failure proves that the request was never sent, so that a retry cannot repeat its effect. */
export function isUnsent({ cause }: NetworkError): boolean {
  return UNSENT_CODES.includes(cause?.code);
}

/** Returns whether a retry can help and is safe. A write that is not idempotent is repeated only if it was certainly not executed. */
function isRetryable(failure: unknown, operation: OperationDescriptor): boolean {
  const isIdempotent = operation.idempotent ?? IDEMPOTENT_METHODS.includes(operation.method);
  if (failure instanceof ApiError) {
    // A proxy that retries has sent this response, and owns the retries.
    if (failure.final) return false;
    // The server executes no request that it rejects with a 429.
    return failure.status === 429 || (isIdempotent && TRANSIENT_STATUSES.includes(failure.status));
  }
  if (failure instanceof NetworkError) return isIdempotent || isUnsent(failure);
  return isIdempotent && failure instanceof TimeoutError;
}

/** Returns a random delay between 0 and a bound that doubles with each attempt, up to 20 seconds. */
function backoffMs(attempt: number, random: () => number): number {
  return random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1));
}
