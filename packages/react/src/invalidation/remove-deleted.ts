import type { Operation, OperationId } from "@segment-iam/client";
import type { QueryClient } from "@tanstack/react-query";
import { changedItemsOf, removeItems, type AnyPage } from "./changed-items.ts";
import type { ClientOrScope } from "../query/key-of.ts";
import { affectedQueries, deletedQueries, namedIds, namesDeletedItems } from "./queries-to-invalidate.ts";
import type { IamInfiniteData, VariablesOf } from "../query/types.ts";

/**
 * Removes the queries of the items that a write has deleted.
 *
 * Keeps a query that a component observes, because the component would fetch it again. Cancels its refetch in flight, which would fail
 * with a 404.
 */
export function removeDeletedQueries<Id extends OperationId>(
  queryClient: QueryClient,
  operation: Operation<Id>,
  client: ClientOrScope,
  variables: VariablesOf<Id>,
): void {
  const deleted = deletedQueries(operation, client, variables);
  queryClient.removeQueries({ ...deleted, type: "inactive" });
  void queryClient.cancelQueries({
    ...deleted,
    // Cancelling the first fetch would leave its component pending forever.
    predicate: (query) => query.state.data !== undefined && deleted.predicate(query),
  });
}

/** Removes the items that a write has deleted from all lists, and lowers the totals. */
export function removeDeletedItems<Id extends OperationId>(
  queryClient: QueryClient,
  operation: Operation<Id>,
  client: ClientOrScope,
  variables: VariablesOf<Id>,
): void {
  for (const query of queryClient.getQueryCache().findAll(affectedQueries(operation, client, variables))) {
    const changed = changedItemsOf(operation, query);
    const { queryKey, state } = query;
    const { data, dataUpdatedAt, isInvalidated } = state;
    if (!changed || !namesDeletedItems(operation, changed.input) || data === undefined) continue;
    const isInfinite = queryKey.at(-1) === "infinite";
    const pages = isInfinite ? (data as IamInfiniteData<AnyPage>).pages : [data as AnyPage];
    const remaining = removeItems(pages, changed, namedIds(variables, changed.input));
    if (remaining === pages) continue;
    const newData = isInfinite ? { ...data, pages: remaining } : remaining[0];
    queryClient.setQueryData(queryKey, newData, { updatedAt: dataUpdatedAt });
    // `setQueryData` resets `isInvalidated`.
    if (isInvalidated) void queryClient.invalidateQueries({ queryKey, exact: true, refetchType: "none" });
  }
}
