import type { DataOf, IamClient, IamFailure, MutationOperationId, Operation } from "@segment-iam/client";
import type { MutationFunctionContext, MutationKey, QueryClient, UseMutationOptions } from "@tanstack/react-query";
import { buildKey } from "../key-of.ts";
import { invalidateAfterWrite } from "../invalidation/partial-refetch.ts";
import { queriesToInvalidate, type Invalidate } from "../invalidation/queries-to-invalidate.ts";
import { removeDeleted } from "../invalidation/remove-deleted.ts";
import type { OptimisticUpdate } from "../optimistic/types.ts";
import type { HookCallOptions, VariablesOf } from "../types.ts";
import { callWithoutRetry, splitCallOptions, withRetryDefaults, type RetryOptions } from "./with-retry-defaults.ts";

/** The options of TanStack Query's `useMutation`, except the key and the function, which the operation sets. */
interface MutationSettings<Data, Variables, OnMutateResult> extends Omit<
  UseMutationOptions<Data, IamFailure, Variables, OnMutateResult>,
  "mutationKey" | "mutationFn"
> {}

/** The options of a mutation: those of TanStack Query's `useMutation`, options of its calls, and `invalidate`. */
export interface MutationOverrides<Data, Variables, OnMutateResult = unknown>
  extends MutationSettings<Data, Variables, OnMutateResult>, HookCallOptions {
  /**
   * Returns the filters of the queries that the write invalidates; `false` invalidates nothing.
   *
   * A write that deletes items also removes them from lists, and removes their queries. Filters and `false` do not change that.
   * If the variables contain the IDs of the changed items, infinite queries refetch only the pages with these items.
   *
   * Invalidation starts when the write succeeds, before `onSuccess`. The mutation does not wait for the refetches. To wait, pass
   * `false` and return `queryClient.invalidateQueries(queriesToInvalidate(operation, iam, variables))` from `onSuccess`. A write that
   * fails after all retries but may have been executed (network error, timeout, 5xx) invalidates too, after `onSettled`.
   *
   * @default one filter for the queries that the operation affects
   */
  invalidate?: Invalidate<Data, Variables> | false | undefined;
}

/** The options of one operation's mutation. */
export interface OperationMutationOverrides<
  Id extends MutationOperationId,
  OnMutateResult = unknown,
> extends MutationOverrides<DataOf<Id>, VariablesOf<Id>, OnMutateResult> {
  /**
   * Shows the write in lists and details before the response arrives. If the write fails, hooks show the data without it. The cache
   * changes only when the write succeeds.
   *
   * Pass `optimisticDeleteUsers` or another export of `@segment-iam/react/optimistic`. The updates are separate exports, so that a bundle
   * contains only those that it uses.
   *
   * @default no optimistic update
   */
  optimistic?: OptimisticUpdate<Id> | undefined;
}

/** The callbacks of a mutation. Their types depend on the result of `onMutate`. */
type Callback = "onMutate" | "onSuccess" | "onError" | "onSettled";

interface MutationParts<Data, Variables> {
  /** Identifies the operation's mutations, for `useIsMutating` and mutation defaults. */
  mutationKey: MutationKey;
  /** Calls the operation once, then invalidates the queries that it affects. */
  mutationFn: (variables: Variables, context: MutationFunctionContext) => Promise<Data>;
}

/** Mutation options for `useMutation` and `setMutationDefaults`. They have no callbacks, so that you can add yours. */
export interface IamMutationOptions<Data, Variables>
  extends Omit<MutationSettings<Data, Variables, unknown>, Callback>, MutationParts<Data, Variables> {}

/** Mutation options with callbacks. */
export interface MutationOptionsWithCallbacks<Data, Variables, OnMutateResult = unknown>
  extends MutationSettings<Data, Variables, OnMutateResult>, MutationParts<Data, Variables> {}

/** The options of one operation's mutation, without callbacks. */
export interface CallbackFreeOverrides<Id extends MutationOperationId> extends Omit<
  OperationMutationOverrides<Id>,
  Callback
> {
  onMutate?: undefined;
  onSuccess?: undefined;
  onError?: undefined;
  onSettled?: undefined;
}

/** Builds the mutation options of an operation. */
export interface MutationOptionsBuilder<Id extends MutationOperationId> {
  /** Returns options to which you can add callbacks: `{ ...deleteUsersMutationOptions(iam), onSuccess }`. */
  (client: IamClient, overrides?: CallbackFreeOverrides<Id>): IamMutationOptions<DataOf<Id>, VariablesOf<Id>>;
  /** Returns options with the given callbacks. */
  <OnMutateResult = unknown>(
    client: IamClient,
    overrides?: OperationMutationOverrides<Id, OnMutateResult>,
  ): MutationOptionsWithCallbacks<DataOf<Id>, VariablesOf<Id>, OnMutateResult>;
}

/** Creates an operation's mutation options builder. */
export function mutationOptionsOf<Id extends MutationOperationId>(
  operation: Operation<Id>,
): MutationOptionsBuilder<Id> {
  const build = (client: IamClient, overrides?: OperationMutationOverrides<Id>, queryClient?: QueryClient) => {
    const [callOptions, options] = splitCallOptions(overrides);
    const { invalidate: filtersOf = (auto) => auto } = options;
    const mutationKey = buildKey(client, operation.id);
    const mutationFn = async (variables: VariablesOf<Id>, context: MutationFunctionContext) => {
      const pendingWrites = pendingWritesOf?.(context.client);
      /** Asynchronous, so that an error thrown here never fails the mutation. A failed mutation would be retried and repeat the write. */
      const invalidate = async (isDone: boolean, data?: DataOf<Id>) => {
        const onRefetched = isDone ? pendingWrites?.confirm(operation.id, variables, data) : undefined;
        if (isDone) removeDeleted(context.client, operation, client, variables);
        const auto = queriesToInvalidate(operation, client, variables);
        const filters = filtersOf && filtersOf(auto, variables, data, context);
        if (!filters) return;
        await invalidateAfterWrite(context.client, operation, client, variables, filters);
        onRefetched?.();
      };
      try {
        const { data } = await callWithoutRetry(operation, client, variables, callOptions);
        // `onSuccess` is not used here, because that callback belongs to the caller or to the query client's defaults.
        void invalidate(true, data);
        return data;
      } catch (failure) {
        onMutationFailure(context.client, variables, () => invalidate(false));
        throw failure;
      }
    };
    const pendingWritesOf = overrides?.optimistic?.register(mutationFn, client);
    return withRetryDefaults(operation, options, queryClient?.defaultMutationOptions({ mutationKey }) as RetryOptions, {
      mutationKey,
      mutationFn,
    });
  };
  // The type of `onMutate`'s result depends on the caller and is unknown here.
  return build as unknown as MutationOptionsBuilder<Id>;
}

/**
 * Runs the callback if TanStack Query does not retry a failed mutation that the server may have executed. Call this function after
 * each failed attempt.
 *
 * Subscribes to the mutation cache, because only its events show whether TanStack Query retries. The mutation's callbacks belong to the
 * caller.
 */
function onMutationFailure(queryClient: QueryClient, variables: unknown, callback: () => Promise<void>): void {
  const unsubscribe = queryClient.getMutationCache().subscribe(({ type, mutation }) => {
    if (type !== "updated" || mutation.state.variables !== variables) return;
    // The first update is either the end of the mutation or the start of a retry delay.
    unsubscribe();
    const { status, error, failureCount } = mutation.state;
    // A 3xx or 4xx means that this attempt was not executed. An earlier attempt may have been.
    const isRejected = /^[34]/.test(String((error as { status?: number } | null)?.status));
    if (status === "error" && (failureCount > 1 || !isRejected)) void callback();
  });
}
