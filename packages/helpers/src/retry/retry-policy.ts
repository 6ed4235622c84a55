import { ApiError, NetworkError, CallTimeoutError, type OperationDescriptor } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";

/**
 * Decides whether to retry. Returns the delay before the next attempt in milliseconds, or `undefined` to stop.
 *
 * @param failure the error of the attempt: an `ApiError`, a `NetworkError`, or any other value that was thrown
 * @param attempt how many attempts have failed so far, at least 1. Excludes 429s that `retry` does not count as attempts.
 * @param operation the operation of the call
 */
export type RetryPolicy = (failure: unknown, attempt: number, operation: OperationDescriptor) => number | undefined;

/** Options of `createRetryPolicy`. */
export interface RetryPolicyOptions {
  /** The highest number of attempts, including the first. @default 4 */
  readonly maxAttempts?: number | undefined;
  /** The longest delay before a retry, in milliseconds. A call that would need a longer delay fails at once. @default 120_000 */
  readonly maxDelayMs?: number | undefined;
  /** Returns a number from 0 up to 1, for jitter. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Methods that are idempotent (RFC 9110, 9.2.2). */
const IDEMPOTENT_METHODS = ["GET", "HEAD", "PUT", "DELETE"];
/** Statuses of failures that can be temporary. */
const TRANSIENT_STATUSES = [408, 500, 502, 503, 504];
/** Error codes of failures before a connection is established. The request was not sent. */
const UNSENT_CODES: readonly (string | undefined)[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
];
/** Matches the codes of failures that a retry cannot fix: an invalid URL, an invalid certificate, an unsupported protocol. */
const PERMANENT_CODE = /CERT|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PROTOCOL|PURPOSE|URL)$/;
/** Matches the messages of the same failures in runtimes that set no code. */
const PERMANENT_MESSAGE = /certificate|invalid url|(unknown|url) scheme|protocol must be/i;
/** The upper bound of the first delay. Four attempts then span at least 2.1 seconds, such as the restart of a server. */
const FIRST_BACKOFF_MS = 600;
const MAX_BACKOFF_MS = 20_000;

/**
 * Creates the default policy of `retry`: the delay that the response states, or otherwise exponential backoff with equal jitter.
 *
 * The policy has no state, so TanStack Query can use it too.
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

/** Returns whether the request was certainly not sent, so that a retry cannot repeat its effect. */
export function isUnsent({ cause }: NetworkError): boolean {
  return UNSENT_CODES.includes(cause?.code);
}

/** Returns whether every attempt would fail in the same way. Also reads the cause of the cause, because Node.js throws `fetch failed`. */
function isPermanent({ cause }: NetworkError): boolean {
  if (cause?.code !== undefined) return PERMANENT_CODE.test(cause.code);
  return PERMANENT_MESSAGE.test(`${cause?.message} ${cause?.cause?.message}`);
}

/** Returns whether a retry is useful and safe. A non-idempotent write is repeated only if it was certainly not executed. */
function isRetryable(failure: unknown, operation: OperationDescriptor): boolean {
  const isIdempotent = operation.idempotent ?? IDEMPOTENT_METHODS.includes(operation.method);
  if (failure instanceof ApiError) {
    // The proxy that sent this response has already retried.
    if (failure.final) return false;
    // A request that gets a 429 was not executed.
    return failure.status === 429 || (isIdempotent && TRANSIENT_STATUSES.includes(failure.status));
  }
  if (failure instanceof NetworkError) return !isPermanent(failure) && (isIdempotent || isUnsent(failure));
  return isIdempotent && failure instanceof CallTimeoutError;
}

/** Returns a random delay between half and all of a bound, in whole milliseconds. The bound doubles with each attempt, up to 20 seconds. */
function backoffMs(attempt: number, random: () => number): number {
  return Math.round(((1 + random()) / 2) * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1)));
}
