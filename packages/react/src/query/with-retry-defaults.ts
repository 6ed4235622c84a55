import type {
  CallOptions,
  DataOf,
  DataWithResponse,
  IamClient,
  IamFailure,
  Operation,
  OperationDescriptor,
  OperationId,
} from "@segment-iam/client";
import { createRetryPolicy } from "@segment-iam/helpers/retry";
import type { UseQueryOptions } from "@tanstack/react-query";
import type { HookCallOptions } from "../types.ts";

/** The retry options of TanStack Query. */
export interface RetryOptions {
  retry?: UseQueryOptions<unknown, IamFailure>["retry"] | undefined;
  retryDelay?: UseQueryOptions<unknown, IamFailure>["retryDelay"] | undefined;
}

const policy = /* @__PURE__ */ createRetryPolicy();

/**
 * Merges the caller's options with the operation's own, and sets `retry` and `retryDelay`. Each of these comes from the caller,
 * else from the query client's defaults, else from the retry policy. An option that is `undefined` counts as not set.
 *
 * The policy honours `Retry-After`. It never repeats a write that is not idempotent and may have been executed.
 */
export function withRetryDefaults<Overrides extends RetryOptions, Own extends object>(
  operation: OperationDescriptor,
  overrides: Overrides,
  defaults: RetryOptions | undefined,
  own: Own,
): Overrides & Required<RetryOptions> & Own {
  const delayMs = (failureCount: number, failure: IamFailure) => policy(failure, failureCount + 1, operation);
  return {
    ...overrides,
    retry: overrides.retry ?? defaults?.retry ?? ((...failed) => delayMs(...failed) !== undefined),
    // The policy returns no delay for a failure that only the caller's `retry` retries. Use TanStack Query's default delay in that case.
    retryDelay:
      overrides.retryDelay ??
      defaults?.retryDelay ??
      ((failureCount, failure) => delayMs(failureCount, failure) ?? Math.min(1_000 * 2 ** failureCount, 30_000)),
    ...own,
  };
}

/**
 * Decides whether to retry a query: only temporary failures, and at most three times. The hooks do this by default.
 *
 * @example
 * useQueries({ queries: userIds.map((userId) => getUserOptions(iam, { userId }, { retry: retryTemporaryFailures })) });
 */
export function retryTemporaryFailures(failureCount: number, failure: Error): boolean {
  // A query can be repeated safely, like every GET.
  return policy(failure, failureCount + 1, { method: "GET" } as OperationDescriptor) !== undefined;
}

/** Separates the options of the calls from those of TanStack Query. */
export function splitCallOptions<Overrides extends HookCallOptions>(
  overrides: Overrides | undefined,
): [callOptions: HookCallOptions, settings: Omit<Overrides, keyof HookCallOptions>] {
  const { headers, onAttempt, priority, timeoutMs, ...settings } = (overrides ?? {}) as Overrides;
  return [{ headers, onAttempt, priority, timeoutMs }, settings];
}

/**
 * Calls an operation with the client's own retries turned off. TanStack Query retries already, and the two retry counts would multiply.
 *
 * The call starts in a microtask, because StrictMode mounts twice and cancels the first fetch at once. The cancelled fetch then sends
 * no request.
 */
export async function callWithoutRetry<Id extends OperationId>(
  operation: Operation<Id>,
  client: IamClient,
  input: unknown,
  options?: CallOptions,
): Promise<DataWithResponse<DataOf<Id>>> {
  await undefined;
  // The arguments of an operation depend on `Id`, which is generic here. The types of the builders have checked the input.
  const call = operation.withResponse as unknown as (
    ...args: readonly unknown[]
  ) => Promise<DataWithResponse<DataOf<Id>>>;
  return call(client, input, { ...options, retry: false });
}
