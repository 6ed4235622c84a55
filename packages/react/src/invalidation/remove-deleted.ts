import type { Operation, OperationId } from "@segment-iam/client";
import type { QueryClient } from "@tanstack/react-query";
import { changeCachedPages } from "./change-query-data.ts";
import { changedItemsOf, removeItems, type AnyPage } from "./changed-items.ts";
import type { ClientOrScope } from "../query/key-of.ts";
import { affectedQueries, deletedQueries, namedIds, namesDeletedItems } from "./queries-to-invalidate.ts";
import type { VariablesOf } from "../query/types.ts";

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
    if (!changed || !namesDeletedItems(operation, changed.input)) continue;
    const ids = namedIds(variables, changed.input);
    changeCachedPages(queryClient, query, (pages) => removeItems(pages as readonly AnyPage[], changed, ids));
  }
}
