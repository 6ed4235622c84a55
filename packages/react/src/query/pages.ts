import type { DataOf, PagedOperationId } from "@segment-iam/client";
import type { ItemOf } from "@segment-iam/helpers/pagination";
import type { InfiniteData } from "@tanstack/react-query";

/** A cursor; `undefined` is the first page. */
export type Cursor = string | undefined;

/** The pages of an infinite list, as they are in the cache. */
export type Pages<Answer> = InfiniteData<Answer, Cursor>;

/** What an infinite query's `data` is where there is no `select`: the pages, and what is on them. */
export interface ItemPages<Id extends PagedOperationId> extends Pages<DataOf<Id>> {
  /** The items of all pages that are there, in one list. */
  items: ItemOf<Id>[];
  /** How many items there are in the workspace, by the last page; `undefined` where the API does not say. */
  totalEntries: number | undefined;
}
