import type { ChangedItems, OperationDescriptor, PaginationOutput } from "@segment-iam/client";
import type { Query } from "@tanstack/react-query";
import { updateItems } from "./update-items.ts";

/** A page of any list. */
export type AnyPage = Record<string, unknown[]> & { pagination: PaginationOutput };

/** Returns which items of a query's list a write changes. `undefined` if any item may change, or if the query has no list. */
export function changedItemsOf({ changedItems }: OperationDescriptor, { queryKey }: Query): ChangedItems | undefined {
  const read = String(queryKey[2]);
  return changedItems && Object.hasOwn(changedItems, read) ? changedItems[read] : undefined;
}

/** Returns the IDs of the items of a page. */
export function itemIdsOf(page: AnyPage, changed: ChangedItems): string[] {
  return itemsOf(page, changed).map((item) => idOf(item, changed));
}

/** Removes items from pages and lowers the totals. Returns the same array if no page has such an item. */
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
 * The page keeps its items and their order. Items that have moved from or to a page that is not fetched would otherwise be missing or
 * appear twice. Only the last page takes new items and cursors, because the next page continues after it.
 */
export function mergePage(pages: readonly AnyPage[], at: number, fetched: AnyPage, changed: ChangedItems): AnyPage {
  const old = pages[at];
  if (!old) return fetched;
  const fetchedById = new Map(itemsOf(fetched, changed).map((item) => [idOf(item, changed), item]));
  const items = itemsOf(old, changed).map((item) => fetchedById.get(idOf(item, changed)) ?? item);
  const isLast = at === pages.length - 1;
  if (isLast) {
    for (const page of pages) for (const id of itemIdsOf(page, changed)) fetchedById.delete(id);
    items.push(...fetchedById.values());
  }
  const pagination = isLast ? fetched.pagination : old.pagination;
  return { ...fetched, [changed.itemsField]: items, pagination } as AnyPage;
}

function itemsOf(page: AnyPage, { itemsField }: ChangedItems): unknown[] {
  return page[itemsField] ?? [];
}

function idOf(item: unknown, { idField }: ChangedItems): string {
  return String(idField === undefined ? item : (item as Record<string, unknown> | null)?.[idField]);
}
