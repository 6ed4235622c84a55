import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import { createRetryPolicy } from "@segment-iam/helpers/retry";
import type { UseQueryOptions } from "@tanstack/react-query";

/** The part of TanStack Query's options that decides on retries. */
export interface RetryOptions {
  retry?: UseQueryOptions<unknown, IamFailure>["retry"] | undefined;
  retryDelay?: UseQueryOptions<unknown, IamFailure>["retryDelay"] | undefined;
}

const policy = /* @__PURE__ */ createRetryPolicy();

/**
 * The caller's options and those that the operation settles, with one decision on retries: the caller's, else that of the
 * query client's `defaults`, else the toolkit's policy. An option that is `undefined` is not a decision.
 *
 * By the policy, what the server asks for is waited out, and a write that may have been carried out is never sent twice.
 */
export function settleOptions<Overrides extends RetryOptions, Settled extends object>(
  operation: OperationDescriptor,
  overrides: Overrides | undefined,
  defaults: RetryOptions | undefined,
  settled: Settled,
): Overrides & Required<RetryOptions> & Settled {
  const delayMs = (failureCount: number, failure: IamFailure) => policy(failure, failureCount + 1, operation);
  return {
    ...(overrides as Overrides),
    retry: overrides?.retry ?? defaults?.retry ?? ((...failed) => delayMs(...failed) !== undefined),
    // Where the policy would stop, a caller's own `retry` decided to go on: then wait as TanStack Query does.
    retryDelay:
      overrides?.retryDelay ??
      defaults?.retryDelay ??
      ((failureCount, failure) => delayMs(failureCount, failure) ?? Math.min(1_000 * 2 ** failureCount, 30_000)),
    ...settled,
  };
}
