import type { ChangedItems, Operation, OperationId } from "@segment-iam/client";
import type { InvalidateQueryFilters, Query, QueryClient } from "@tanstack/react-query";
import { startCursor, type ClientOrScope } from "../key-of.ts";
import type { Cursor, FetchContext, IamInfiniteData, VariablesOf } from "../types.ts";
import { changedItemsOf, itemIdsOf, mergePage, type AnyPage } from "./changed-items.ts";
import { affectedQueries, deletedQueries, namedIds } from "./queries-to-invalidate.ts";

/** A refetch of an infinite query that fetches only some of its pages. The other pages come from the cache. */
interface PartialRefetch {
  readonly changed: ChangedItems;
  /** The IDs of the changed items. */
  readonly ids: ReadonlySet<string>;
  /** The cached pages. */
  readonly pages: readonly AnyPage[];
  readonly pageParams: readonly Cursor[];
  /** The signal of the fetch; `undefined` before the fetch starts. */
  signal?: AbortSignal;
}

const refetches = new WeakMap<Query, PartialRefetch>();

/**
 * Invalidates queries after a write, like `invalidateQueries`.
 *
 * The queries of deleted items become stale without a refetch, which would fail with a 404.
 *
 * If the variables contain the IDs of the changed items, infinite queries fetch only the pages with these items. If an item is on no
 * loaded page, for example because it was deleted, they fetch the last page.
 */
export async function invalidateAfterWrite<Id extends OperationId>(
  queryClient: QueryClient,
  operation: Operation<Id>,
  client: ClientOrScope,
  variables: VariablesOf<Id>,
  filters: InvalidateQueryFilters,
): Promise<void> {
  const affected = affectedQueries(operation, client, variables);
  const queries = queryClient.getQueryCache().findAll({ ...affected, type: "active" });
  for (const query of queries) {
    const refetch = planRefetch(operation, variables, query);
    if (refetch) refetches.set(query, refetch);
    else refetches.delete(query);
  }
  for (const query of queryClient.getQueryCache().findAll(deletedQueries(operation, client, variables))) {
    query.invalidate();
  }
  const refetched = queryClient.invalidateQueries(filters);
  // A query that has not started to fetch, for example because it is paused, fetches all pages later.
  for (const query of queries) if (!refetches.get(query)?.signal) refetches.delete(query);
  await refetched;
}

/** Plans a partial refetch of a query. Returns `undefined` if all pages must be fetched. */
function planRefetch<Id extends OperationId>(
  operation: Operation<Id>,
  variables: VariablesOf<Id>,
  query: Query,
): PartialRefetch | undefined {
  const changed = changedItemsOf(operation, query);
  const { data, fetchStatus, isInvalidated } = query.state;
  const interrupted = fetchStatus === "idle" ? undefined : refetches.get(query);
  // `invalidateQueries` cancels a fetch in flight. Unless that fetch is a partial refetch, all pages may be outdated.
  const isComplete = fetchStatus === "idle" ? !isInvalidated : interrupted?.signal !== undefined;
  if (!changed || !isComplete || query.queryKey.at(-1) !== "infinite") return undefined;
  const list = data as IamInfiniteData<AnyPage> | undefined;
  if (!list || list.pages.length < 2) return undefined;
  const ids = new Set([...namedIds(variables, changed.input), ...(interrupted?.ids ?? [])]);
  return { changed, ids, pages: list.pages, pageParams: list.pageParams };
}

/** Returns one page of an infinite query: from the cache if a partial refetch keeps the page, else from `fetch`. */
export async function fetchOrKeepPage(
  fetch: () => Promise<unknown>,
  { client, queryKey, signal, pageParam }: FetchContext,
): Promise<unknown> {
  const query = client.getQueryCache().find({ queryKey, exact: true });
  const refetch = query && refetches.get(query);
  if (!refetch) return fetch();
  refetch.signal ??= signal;
  if (refetch.signal !== signal) {
    refetches.delete(query);
    return fetch();
  }
  const { pages, pageParams, changed, ids } = refetch;
  // The param of the first page is `undefined`, or `null` after it was stored as JSON. A refetch after `fetchPreviousPage` passes the
  // cursor of the input instead.
  const start = startCursor(queryKey[3]);
  const at = pageParams.findIndex((param) => (param ?? start) === (pageParam ?? start));
  const page = pages[at];
  const hasChanged = page && itemIdsOf(page, changed).some((id) => ids.has(id));
  if (page && !hasChanged && (at < pages.length - 1 || areLoaded(refetch))) return page;
  const fetched = await fetch();
  const merged = page && mergePage(pages, at, fetched as AnyPage, changed, ids);
  if (merged) return merged;
  refetches.delete(query);
  // Cancels this refetch and fetches all pages.
  void client.invalidateQueries({ queryKey, exact: true });
  return fetched;
}

function areLoaded({ pages, changed, ids }: PartialRefetch): boolean {
  const loaded = new Set(pages.flatMap((page) => itemIdsOf(page, changed)));
  return [...ids].every((id) => loaded.has(id));
}
