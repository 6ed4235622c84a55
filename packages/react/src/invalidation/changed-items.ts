import type { ChangedItems, OperationDescriptor, PaginationOutput } from "@segment-iam/client";
import type { Query } from "@tanstack/react-query";
import { updateItems } from "./update-items.ts";

/** A page of any list. */
export type AnyPage = Record<string, unknown[]> & { pagination: PaginationOutput };

/** Describes the items that a write changes in a query's list. Returns `undefined` if any item may change, or if the query has no list. */
export function changedItemsOf({ changedItems }: OperationDescriptor, { queryKey }: Query): ChangedItems | undefined {
  const read = String(queryKey[2]);
  return changedItems && Object.hasOwn(changedItems, read) ? changedItems[read] : undefined;
}

/** Returns the IDs of the items of a page. */
export function itemIdsOf(page: AnyPage, changed: ChangedItems): string[] {
  return itemsOf(page, changed).map((item) => idOf(item, changed));
}

/** Removes items from pages and lowers the totals. Returns the same array if no page has one of them. */
export function removeItems(
  pages: readonly AnyPage[],
  changed: ChangedItems,
  ids: ReadonlySet<string>,
): readonly AnyPage[] {
  return updateItems(pages, changed.itemsField, (items) => items.filter((item) => !ids.has(idOf(item, changed))));
}

/**
 * Updates the items of the page at `at` from a newly fetched page.
 *
 * The page keeps its items and their order. An item that has moved between two pages would otherwise be missing or appear twice, because
 * the other page is not fetched. Only the last page takes new items and cursors, because the next page continues after it.
 *
 * Returns `undefined` if the fetched page lacks a changed item, or if a fetched last page has no item of the loaded pages. All pages must
 * then be fetched. Both happen after deletions if a cursor is an offset, because later items move to earlier pages.
 */
export function mergePage(
  pages: readonly AnyPage[],
  at: number,
  fetched: AnyPage,
  changed: ChangedItems,
  ids: ReadonlySet<string>,
): AnyPage | undefined {
  const old = pages[at] ?? fetched;
  const fetchedById = new Map(itemsOf(fetched, changed).map((item) => [idOf(item, changed), item]));
  if (itemIdsOf(old, changed).some((id) => ids.has(id) && !fetchedById.has(id))) return undefined;
  const items = itemsOf(old, changed).map((item) => fetchedById.get(idOf(item, changed)) ?? item);
  if (at < pages.length - 1) return { ...fetched, [changed.itemsField]: items, pagination: old.pagination } as AnyPage;
  const loaded = new Set(pages.flatMap((page) => itemIdsOf(page, changed)));
  const added = [...fetchedById].filter(([id]) => !loaded.has(id));
  // Without a common item, there may be items between the loaded ones and the fetched ones.
  if (added.length === fetchedById.size) return undefined;
  return { ...fetched, [changed.itemsField]: [...items, ...added.map(([, item]) => item)] };
}

function itemsOf(page: AnyPage, { itemsField }: ChangedItems): unknown[] {
  return page[itemsField] ?? [];
}

function idOf(item: unknown, { idField }: ChangedItems): string {
  return String(idField === undefined ? item : (item as Record<string, unknown> | null)?.[idField]);
}
