import type { DataOf, Operation, PagedOperationId } from "@segment-iam/client";
import { pageTotal } from "@segment-iam/helpers/pagination";
import type { IamInfiniteData, InfiniteItemsData } from "./types.ts";

/** The `select` option of an infinite query. */
export type Select<Data> = ((data: Data) => unknown) | undefined;

/**
 * Creates a function that wraps the caller's `select`. The wrapped `select` also receives `items` and `totalEntries`. Without a `select`,
 * the data has the pages and these two properties.
 *
 * The wrapper of a `select` is always the same function, because TanStack Query runs a stable `select` only when the data has changed.
 * `items` is a plain array, so that structural sharing keeps the identity of unchanged items.
 */
export function itemsSelector<Id extends PagedOperationId>({ itemsField = "" }: Operation<Id>) {
  const addItems = (data: IamInfiniteData<DataOf<Id>>): InfiniteItemsData<Id> => {
    // The code generator derives the name of the property and its type from the same schema.
    const items = data.pages.flatMap(
      (page) => (page as Record<string, unknown>)[itemsField] as InfiniteItemsData<Id>["items"],
    );
    return { ...data, items, totalEntries: pageTotal(data.pages.at(-1)) };
  };
  const composed = new WeakMap<object, (data: IamInfiniteData<DataOf<Id>>) => unknown>();
  return (select: Select<InfiniteItemsData<Id>>): ((data: IamInfiniteData<DataOf<Id>>) => unknown) => {
    if (!select) return addItems;
    const known = composed.get(select) ?? ((data) => select(addItems(data)));
    composed.set(select, known);
    return known;
  };
}
