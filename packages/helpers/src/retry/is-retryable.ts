import { ApiError, NetworkError, TimeoutError, type OperationDescriptor } from "@segment-iam/client";
import { isUnsent } from "./is-unsent.ts";

/** Methods whose repetition has the effect of one request (RFC 9110, 9.2.2). */
const IDEMPOTENT_METHODS = ["GET", "HEAD", "PUT", "DELETE"];

/** Failures that may be over a moment later. */
const PASSING_STATUSES = [408, 500, 502, 503, 504];

/**
 * Whether sending again can help, and cannot do anything twice.
 *
 * A write that is not idempotent is repeated only when the first one was certainly not carried out.
 */
export function isRetryable(failure: unknown, operation: OperationDescriptor): boolean {
  const repeatable = operation.idempotent ?? IDEMPOTENT_METHODS.includes(operation.method);
  if (failure instanceof ApiError) {
    // One owner of retries: behind a proxy that retries, that is the proxy.
    if (failure.final) return false;
    // A 429 was not carried out, whatever it was.
    return failure.status === 429 || (repeatable && PASSING_STATUSES.includes(failure.status));
  }
  if (failure instanceof NetworkError) return repeatable || isUnsent(failure);
  return repeatable && failure instanceof TimeoutError;
}
