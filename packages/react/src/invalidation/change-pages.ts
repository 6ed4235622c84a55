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
  { queryKey, state }: Query,
  change: (pages: readonly unknown[]) => readonly unknown[],
): void {
  const { data, dataUpdatedAt, isInvalidated } = state;
  if (data === undefined) return;
  const changed = changePages(queryKey, data, change);
  if (changed === data) return;
  queryClient.setQueryData(queryKey, changed, { updatedAt: dataUpdatedAt });
  // `setQueryData` resets `isInvalidated`.
  if (isInvalidated) void queryClient.invalidateQueries({ queryKey, exact: true, refetchType: "none" });
}
