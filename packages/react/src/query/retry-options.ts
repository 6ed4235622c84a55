import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import { createRetryPolicy } from "@segment-iam/helpers/retry";
import type { UseQueryOptions } from "@tanstack/react-query";

/** The part of TanStack Query's options that decides on retries. */
export type RetryOptions = Pick<UseQueryOptions<unknown, IamFailure>, "retry" | "retryDelay">;

const policy = /* @__PURE__ */ createRetryPolicy();

/**
 * The toolkit's retry policy in TanStack Query's terms: what the server asks for is waited out, and a write that may have been
 * carried out is never sent twice.
 */
export function retryOptions(operation: OperationDescriptor): RetryOptions {
  const delayMs = (failureCount: number, failure: IamFailure) => policy(failure, failureCount + 1, operation);
  return {
    retry: (failureCount, failure) => delayMs(failureCount, failure) !== undefined,
    // Where the policy would stop, a caller's own `retry` decided to go on: then wait as TanStack Query does.
    retryDelay: (failureCount, failure) =>
      delayMs(failureCount, failure) ?? Math.min(1_000 * 2 ** failureCount, 30_000),
  };
}

/** Takes each option from the first of some choices that has it. One that is `undefined` is not a choice. */
export function chooseRetry(...choices: readonly (RetryOptions | undefined)[]): RetryOptions {
  const chosen: RetryOptions = {};
  for (const { retry, retryDelay } of choices.filter((choice) => choice !== undefined)) {
    if (retry !== undefined) chosen.retry ??= retry;
    if (retryDelay !== undefined) chosen.retryDelay ??= retryDelay;
  }
  return chosen;
}
