import type { Operation, OperationId } from "@segment-iam/client";
import type { QueryClient } from "@tanstack/react-query";
import type { ClientOrScope } from "../key-of.ts";
import type { VariablesOf } from "../types.ts";
import { changeCachedPages } from "./change-pages.ts";
import { changedItemsOf, removeItems, type AnyPage } from "./changed-items.ts";
import { affectedQueries, deletedQueries, namedIds, namesDeletedItems } from "./queries-to-invalidate.ts";

/**
 * Removes the items that a write has deleted from all lists, lowers the totals, and removes the queries of these items.
 *
 * Keeps a query that a component observes, because the component would fetch it again. Cancels its refetch in flight, which would fail
 * with a 404.
 */
export function removeDeleted<Id extends OperationId>(
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
  const deleted = deletedQueries(operation, client, variables);
  queryClient.removeQueries({ ...deleted, type: "inactive" });
  void queryClient.cancelQueries({
    ...deleted,
    // Cancelling the first fetch would leave its component pending forever.
    predicate: (query) => query.state.data !== undefined && deleted.predicate(query),
  });
}
