import type { MutationOperationId, Operation } from "@segment-iam/client";
import { affectedQueries } from "../invalidation/queries-to-invalidate.ts";
import type { VariablesOf } from "../types.ts";
import { optimisticWritesOf, writeCreators } from "./optimistic-writes.ts";
import { optimisticUpdates } from "./pending-writes.ts";
import type { OptimisticPatches, OptimisticUpdate } from "./types.ts";

type AnyPatch = (pages: readonly unknown[], write: unknown, input: unknown) => readonly unknown[];

/**
 * Creates the `optimistic` option of an operation's mutations. Patches apply only to queries that the operation invalidates.
 *
 * The hooks apply a patch while the write is pending. If the write fails, they return the cached data again. If it succeeds, the patch is
 * applied to the cached data. Overlapping writes may succeed or fail in any order, while queries are fetched or cancelled.
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
    register(mutationFn, client) {
      optimisticUpdates.pendingWritesOf = optimisticWritesOf;
      writeCreators.set(mutationFn, (variables) => {
        const { queryKey: prefix, predicate } = affectedQueries(operation, client, variables as VariablesOf<Id>);
        return {
          operationId: operation.id,
          variables,
          affects: (queryKey) => prefix.every((part, at) => part === queryKey[at]) && predicate({ queryKey }),
          patch([, , read, input], pages, data) {
            // The key determines the type of the pages and of the patch.
            const patch = (patches as Record<string, AnyPatch | undefined>)[String(read)];
            return patch ? patch(pages, { variables, data }, input) : pages;
          },
        };
      });
      return optimisticWritesOf;
    },
  };
}
