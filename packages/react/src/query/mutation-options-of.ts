import type { DataOf, IamClient, IamFailure, MutationOperationId, Operation } from "@segment-iam/client";
import type {
  InvalidateQueryFilters,
  MutationFunctionContext,
  MutationKey,
  QueryClient,
  UseMutationOptions,
} from "@tanstack/react-query";
import { callOnce } from "./call-without-retry.ts";
import { keyFor } from "./key-of.ts";
import { settleOptions, type RetryOptions } from "./with-retry-defaults.ts";
import { staleQueries } from "./queries-to-invalidate.ts";
import type { VariablesOf } from "./variables-of.ts";
import { whenFailed } from "./on-mutation-failure.ts";

/**
 * Decides what a write invalidates, given what it would by default. `false` is nothing.
 *
 * `data` is `undefined` after a failure that may have been carried out all the same. An error thrown here leaves the write what
 * it was and surfaces as an unhandled rejection.
 */
export type Invalidate<Answer, Variables> = (
  auto: InvalidateQueryFilters,
  variables: Variables,
  data: Answer | undefined,
  context: MutationFunctionContext,
) => InvalidateQueryFilters | false;

/** TanStack Query's options of a mutation, without those that the operation settles. */
export interface MutationOverrides<Answer, Variables, OnMutateResult = unknown> extends Omit<
  UseMutationOptions<Answer, IamFailure, Variables, OnMutateResult>,
  "mutationKey" | "mutationFn"
> {
  /**
   * Another choice of what the write invalidates, or `false` for nothing.
   *
   * Invalidation starts when the write has succeeded, before `onSuccess`, and nothing waits for it: a list that is slow to
   * come back does not hold up a write that is done. To wait, say `false` here and return
   * `client.invalidateQueries(staleQueries(operation, iam, variables))` from `onSuccess`. A write that failed for good without
   * saying whether it was carried out (no answer, a timeout, a 5xx) invalidates too, after `onSettled`.
   *
   * @default the reads that the operation makes stale, in one call
   */
  invalidate?: Invalidate<Answer, Variables> | false | undefined;
}

/** What shows a write in the cache before it is answered. `@segment-iam/react/optimistic` has them. */
export interface Optimistic<Id extends MutationOperationId> {
  /** The operation whose writes it shows. */
  readonly id: Id;
  /** Adds to a mutation's options what shows its writes. */
  wrap(
    client: IamClient,
    options: MutationOverrides<DataOf<Id>, VariablesOf<Id>>,
  ): MutationOverrides<DataOf<Id>, VariablesOf<Id>>;
}

/** The options of one operation's mutation. */
export interface OperationMutationOverrides<
  Id extends MutationOperationId,
  OnMutateResult = unknown,
> extends MutationOverrides<DataOf<Id>, VariablesOf<Id>, OnMutateResult> {
  /**
   * Shows the write in lists and details at once, and takes exactly that back if it fails: `optimisticDeleteUsers` and its like,
   * from `@segment-iam/react/optimistic`. It is not just `true`, so that only who uses it has it in the bundle.
   *
   * @default nothing is shown before the answer
   */
  optimistic?: Optimistic<Id> | undefined;
}

/** The options of a mutation, for `useMutation` and `setMutationDefaults`. */
export interface IamMutationOptions<Answer, Variables, OnMutateResult = unknown> extends Omit<
  MutationOverrides<Answer, Variables, OnMutateResult>,
  "invalidate"
> {
  /** Tells this operation's mutations, for `useIsMutating` and defaults. */
  mutationKey: MutationKey;
  /** Calls the operation once, then invalidates what it made stale. */
  mutationFn: (variables: Variables, context: MutationFunctionContext) => Promise<Answer>;
}

/** Makes the options of an operation's mutation. */
export interface MutationOptionsBuilder<Id extends MutationOperationId> {
  <OnMutateResult = unknown>(
    client: IamClient,
    overrides?: OperationMutationOverrides<Id, OnMutateResult>,
  ): IamMutationOptions<DataOf<Id>, VariablesOf<Id>, OnMutateResult>;
}

/** Makes an operation's mutation options builder. The generated ones are made with it. */
export function mutationOptionsOf<Id extends MutationOperationId>(
  operation: Operation<Id>,
): MutationOptionsBuilder<Id> {
  // A mutation has no input among its options: its place stays empty, so that hooks call every builder alike.
  const build = (
    client: IamClient,
    overrides?: OperationMutationOverrides<Id>,
    _input?: undefined,
    queryClient?: QueryClient,
  ) => {
    const options = overrides?.optimistic?.wrap(client, overrides) ?? overrides;
    const mutationKey = keyFor(client, operation.id);
    return settleOptions(operation, options, queryClient?.defaultMutationOptions({ mutationKey }) as RetryOptions, {
      mutationKey,
      mutationFn: async (variables: VariablesOf<Id>, context: MutationFunctionContext) => {
        /** Asynchronous, so that whatever fails in it cannot fail the write, and so have it repeated. */
        const refresh = async (data?: DataOf<Id>) => {
          const { invalidate = keepAuto } = options ?? {};
          const filters =
            invalidate && invalidate(staleQueries(operation, client, variables), variables, data, context);
          if (filters) await context.client.invalidateQueries(filters);
        };
        try {
          const data = await callOnce(operation, client, variables);
          // Here and not in `onSuccess`, so that every callback there is, the query client's defaults included, stays the caller's.
          void refresh(data);
          return data;
        } catch (failure) {
          whenFailed(context.client, variables, refresh);
          throw failure;
        }
      },
    });
  };
  // What `onMutate` gives is the caller's affair, and unknown here.
  return build as unknown as MutationOptionsBuilder<Id>;
}

function keepAuto(auto: InvalidateQueryFilters): InvalidateQueryFilters {
  return auto;
}
