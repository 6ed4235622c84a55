import type { DataOf, IamClient, IamFailure, MutationOperationId, Operation } from "@segment-iam/client";
import type {
  InvalidateQueryFilters,
  MutationFunctionContext,
  MutationKey,
  QueryClient,
  UseMutationOptions,
} from "@tanstack/react-query";
import { callOnce } from "./call-once.ts";
import { keyFor } from "./key-of.ts";
import { chooseRetry, retryOptions } from "./retry-options.ts";
import { staleQueries } from "./stale-queries.ts";
import type { VariablesOf } from "./variables-of.ts";

/**
 * Decides what a successful write invalidates, given what it would by default. `false` is nothing.
 *
 * An error thrown here leaves the write a success and surfaces as an unhandled rejection.
 */
export type Invalidate<Answer, Variables> = (
  auto: InvalidateQueryFilters,
  variables: Variables,
  data: Answer,
) => InvalidateQueryFilters | false;

/** TanStack Query's options of a mutation, without those that the operation settles. */
export interface MutationOverrides<Answer, Variables, OnMutateResult = unknown> extends Omit<
  UseMutationOptions<Answer, IamFailure, Variables, OnMutateResult>,
  "mutationKey" | "mutationFn"
> {
  /**
   * Another choice of what a success invalidates, or `false` for nothing.
   *
   * Invalidation starts when the write has succeeded, before `onSuccess`, and nothing waits for it: a list that is slow to
   * come back does not hold up a write that is done. To wait, say `false` here and return
   * `client.invalidateQueries(staleQueries(operation, iam, variables))` from `onSuccess`.
   *
   * @default the reads that the operation makes stale, in one call
   */
  invalidate?: Invalidate<Answer, Variables> | false | undefined;
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
    overrides?: MutationOverrides<DataOf<Id>, VariablesOf<Id>, OnMutateResult>,
  ): IamMutationOptions<DataOf<Id>, VariablesOf<Id>, OnMutateResult>;
}

/** Makes an operation's mutation options builder. The generated ones are made with it. */
export function mutationOptionsOf<Id extends MutationOperationId>(
  operation: Operation<Id>,
): MutationOptionsBuilder<Id> {
  const retry = retryOptions(operation);
  return (client, { invalidate = keepAuto, ...overrides } = {}) => ({
    ...overrides,
    ...chooseRetry(overrides, retry),
    mutationKey: keyFor(client, operation.id),
    mutationFn: async (variables, { client: queryClient }) => {
      const data = await callOnce(operation, client, variables);
      // Here and not in `onSuccess`, so that every callback there is, the query client's defaults included, stays the caller's.
      void refresh(
        queryClient,
        () => invalidate && invalidate(staleQueries(operation, client, variables), variables, data),
      );
      return data;
    },
  });
}

function keepAuto(auto: InvalidateQueryFilters): InvalidateQueryFilters {
  return auto;
}

/** Asynchronous, so that whatever fails in it cannot fail the write, and so have it repeated. */
async function refresh(queryClient: QueryClient, choose: () => InvalidateQueryFilters | false): Promise<void> {
  const filters = choose();
  if (filters) await queryClient.invalidateQueries(filters);
}
