import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";
import type { IamInfiniteData } from "../types.ts";

/**
 * Changes the pages in the data of a query. The data of a query that is not infinite counts as one page.
 *
 * Returns the same data if `change` returns the same array.
 */
export function changePages(
  queryKey: QueryKey,
  data: unknown,
  change: (pages: readonly unknown[]) => readonly unknown[],
): unknown {
  const isInfinite = queryKey.at(-1) === "infinite";
  const pages = isInfinite ? (data as IamInfiniteData<unknown>).pages : [data];
  const changed = change(pages);
  if (changed === pages) return data;
  return isInfinite ? { ...(data as object), pages: changed } : changed[0];
}

/**
 * Changes the pages in the cached data of a query. Keeps `dataUpdatedAt` and `isInvalidated`.
 *
 * Does nothing if no data is cached.
 */
export function changeCachedPages(
  queryClient: QueryClient,
  query: Query,
  change: (pages: readonly unknown[]) => readonly unknown[],
): void {
  const { data, dataUpdatedAt, isInvalidated } = query.state;
  if (data === undefined) return;
  const changed = changePages(query.queryKey, data, change);
  if (changed === data) return;
  queryClient.setQueryData(query.queryKey, changed, { updatedAt: dataUpdatedAt });
  // `setQueryData` resets `isInvalidated`.
  if (isInvalidated) query.invalidate();
}
