import type { DataOf, MutationOperationId, Operation } from "@segment-iam/client";
import type { Mutation, MutationFunctionContext } from "@tanstack/react-query";
import { keyFor } from "../query/key-of.ts";
import type { MutationOverrides, OptimisticUpdate } from "../query/mutation-options-of.ts";
import { applyInvalidate, queriesToInvalidate } from "../invalidation/queries-to-invalidate.ts";
import type { VariablesOf } from "../query/types.ts";
import { optimisticCacheOf } from "./optimistic-cache.ts";
import { createPendingUpdate, type OptimisticPatches, type PendingUpdate } from "./pending-update.ts";

/** The pending updates. The keys are the contexts that TanStack Query creates for each mutation and passes to its callbacks. */
const updates = new WeakMap<MutationFunctionContext, PendingUpdate>();
/** The mutations that have an update. */
const mutations = new WeakSet<Mutation>();

/**
 * Creates the `optimistic` option of an operation's mutations. Patches apply only to queries that the operation invalidates.
 *
 * Overlapping writes may succeed or fail in any order, while queries are fetched or cancelled. The displayed data is always the latest
 * server data plus the writes that it does not contain yet. Data that you set with `setQueryData` during a write counts as server data,
 * and is refetched if the write fails. A paused write that is resumed after a reload does not change the cache again.
 * If it fails, the queries that it affects are refetched.
 *
 * @example
 * const optimisticDeleteUsers = createOptimisticUpdate(deleteUsers, {
 *   listUsers: (pages, { variables }) => updateItems(pages, "users", (users) => users.filter(({ id }) => !variables.userIds.includes(id))),
 * });
 */
export function createOptimisticUpdate<Id extends MutationOperationId>(
  operation: Operation<Id>,
  patches: OptimisticPatches<Id>,
): OptimisticUpdate<Id> {
  return {
    id: operation.id,
    wrap(client, options) {
      const mutationKey = keyFor(client, operation.id);
      const wrapped: MutationOverrides<DataOf<Id>, VariablesOf<Id>> = {
        ...options,
        onMutate: (variables, context) => {
          start(variables, context);
          return callerCallback("onMutate", context)?.(variables, context);
        },
        onSuccess: (data, variables, result, context) => {
          confirm(data, context);
          return callerCallback("onSuccess", context)?.(data, variables, result, context);
        },
        onError: (failure, variables, result, context) => {
          rollBack(variables, context);
          return callerCallback("onError", context)?.(failure, variables, result, context);
        },
        // Confirms the update before the refetches start, so that their data counts as data that contains the write.
        invalidate: (auto, variables, data, context) => {
          if (data !== undefined) confirm(data, context);
          return applyInvalidate(options.invalidate, auto, variables, data, context);
        },
      };
      return wrapped;

      function start(variables: VariablesOf<Id>, context: MutationFunctionContext): void {
        const mutation = updates.has(context) ? undefined : findStartedMutation(variables, context);
        // A mutation that was removed from the cache before it started is not found.
        if (!mutation) return;
        const update = createPendingUpdate(operation, patches, client, variables, mutation);
        mutations.add(mutation);
        updates.set(context, update);
        optimisticCacheOf(context.client).add(update);
      }

      function rollBack(variables: VariablesOf<Id>, context: MutationFunctionContext): void {
        const update = updates.get(context);
        if (update) optimisticCacheOf(context.client).rollBack(update);
        // The write started before a reload, and the persisted data may contain it.
        else void context.client.invalidateQueries(queriesToInvalidate(operation, client, variables));
      }

      /**
       * Returns the caller's callback, else the query client's default. Ignores the default if it is the wrapped callback, which would
       * otherwise run twice.
       */
      function callerCallback<Name extends "onMutate" | "onSuccess" | "onError">(
        name: Name,
        { client: queryClient }: MutationFunctionContext,
      ): (typeof options)[Name] | undefined {
        const inherited = queryClient.defaultMutationOptions<typeof options>({ mutationKey } as object)[name];
        return options[name] ?? (inherited === wrapped[name] ? undefined : inherited);
      }
    },
  };
}

function confirm(data: unknown, context: MutationFunctionContext): void {
  const update = updates.get(context);
  if (!update) return;
  update.response = data;
  optimisticCacheOf(context.client).confirm(update);
}

/**
 * Finds the mutation of a context. The context does not reference its mutation, so this function returns the first pending mutation with
 * the same variables and no update.
 */
function findStartedMutation(
  variables: unknown,
  { client, mutationKey = [] }: MutationFunctionContext,
): Mutation | undefined {
  const pending = client.getMutationCache().findAll({ mutationKey, status: "pending" });
  return pending.find((mutation) => mutation.state.variables === variables && !mutations.has(mutation));
}
