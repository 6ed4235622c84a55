import type { BulkOperationId, IamClient, Operation } from "@segment-iam/client";
import type { BulkReport, ListItemOf } from "@segment-iam/helpers/bulk";
import type { InvalidateQueryFilters, QueryClient } from "@tanstack/react-query";
import type { VariablesOf } from "../types.ts";
import { invalidateAfterWrite } from "./partial-refetch.ts";
import { queriesToInvalidate } from "./queries-to-invalidate.ts";
import { removeDeleted } from "./remove-deleted.ts";

/** Returns the filters of the queries to invalidate after a bulk run; `false` invalidates nothing. */
export type InvalidateAfterBulk<Item> = (
  auto: InvalidateQueryFilters,
  result: BulkReport<Item>,
) => InvalidateQueryFilters | false;

/**
 * Updates the cache after a run of `bulk()`: removes the deleted items, and invalidates the queries that the run affects.
 *
 * `useBulk` does this by itself. Call this function after a run that no component started.
 *
 * @param invalidate replaces the filters of the queries to invalidate. If it throws, the error is logged and nothing is invalidated.
 * @example
 * const report = await bulk(deleteUsers, iam, userIds).result;
 * updateCacheAfterBulk(queryClient, deleteUsers, iam, report);
 */
export function updateCacheAfterBulk<Id extends BulkOperationId>(
  queryClient: QueryClient,
  operation: Operation<Id>,
  client: IamClient,
  result: BulkReport<ListItemOf<Id>>,
  invalidate?: InvalidateAfterBulk<ListItemOf<Id>> | false,
): void {
  const done = [...result.succeeded, ...result.alreadyDone];
  // The list is the only input of a bulk operation.
  const variablesOf = (items: readonly unknown[]) =>
    ({ [String(operation.bulkField)]: items }) as object as VariablesOf<Id>;
  removeDeleted(queryClient, operation, client, variablesOf(done));
  if (invalidate === false || done.length + result.unknown.length === 0) return;
  const variables = variablesOf([...done, ...result.unknown.map(({ item }) => item)]);
  const auto = queriesToInvalidate(operation, client, variables);
  try {
    const filters = invalidate ? invalidate(auto, result) : auto;
    if (filters) void invalidateAfterWrite(queryClient, operation, client, variables, filters);
  } catch (error) {
    // The caller still needs the report of the finished run.
    console.error(error);
  }
}
