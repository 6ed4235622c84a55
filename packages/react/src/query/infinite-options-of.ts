import type { DataOf, IamClient, IamFailure, InputOf, Operation, PagedOperationId } from "@segment-iam/client";
import {
  CursorLoopError,
  nextCursor,
  pageInput,
  pageItems,
  pageTotal,
  previousCursor,
} from "@segment-iam/helpers/pagination";
import type { DataTag, QueryFunction, QueryKey, SkipToken, UseInfiniteQueryOptions } from "@tanstack/react-query";
import { fetchOrKeepPage } from "./partial-refetch.ts";
import { readOptionsOf } from "./query-options-of.ts";
import type { Cursor, InputAndOptions, InfiniteItemsData, IamInfiniteData } from "./types.ts";

/** The options that the operation sets. */
type OwnOption =
  | "queryKey"
  | "queryFn"
  | "queryHash"
  | "queryKeyHashFn"
  | "initialPageParam"
  | "getNextPageParam"
  | "getPreviousPageParam";

/** The options of TanStack Query's `useInfiniteQuery`, except the key, the function and the page params, which the operation sets. */
export interface InfiniteOverrides<PageData, Data = IamInfiniteData<PageData>> extends Omit<
  UseInfiniteQueryOptions<PageData, IamFailure, Data, QueryKey, Cursor>,
  OwnOption
> {}

/** Returns the cursor after or before a page. `params` are the cursors of the loaded pages. */
type PageParamGetter<PageData> = (
  page: PageData,
  pages?: readonly PageData[],
  param?: Cursor,
  params?: readonly Cursor[],
) => Cursor;

interface Paging<PageData> {
  /** The key of the query, typed for `getQueryData`. */
  queryKey: DataTag<QueryKey, IamInfiniteData<PageData>, IamFailure>;
  /** `undefined`: the first page has no cursor, unless the input has one. */
  initialPageParam: Cursor;
  /** Returns the next cursor, or `undefined` on the last page. If a loaded page has this cursor, its request fails with `CursorLoopError`. */
  getNextPageParam: PageParamGetter<PageData>;
  /** Returns the previous cursor, or `undefined` on the first page. A repeated cursor fails in the same way. */
  getPreviousPageParam: PageParamGetter<PageData>;
}

/** Infinite query options for `useInfiniteQuery`, `fetchInfiniteQuery` and other functions that take infinite query options. */
export interface IamInfiniteOptions<PageData, Data = IamInfiniteData<PageData>>
  extends InfiniteOverrides<PageData, Data>, Paging<PageData> {
  /** Fetches one page with TanStack Query's signal. */
  queryFn: QueryFunction<PageData, QueryKey, Cursor>;
}

/** Infinite query options whose `queryFn` may be `skipToken`. */
export interface SkippableInfiniteOptions<PageData, Data = IamInfiniteData<PageData>>
  extends InfiniteOverrides<PageData, Data>, Paging<PageData> {
  /** Fetches one page with TanStack Query's signal, or is `skipToken`. */
  queryFn: QueryFunction<PageData, QueryKey, Cursor> | SkipToken;
}

/** Makes the infinite query options of an operation. */
export interface InfiniteOptionsBuilder<Id extends PagedOperationId> {
  /** Takes an input, which is optional if it has no required property. */
  <Data = InfiniteItemsData<Id>>(
    client: IamClient,
    ...args: InputAndOptions<InputOf<Id>, InfiniteOverrides<DataOf<Id>, Data>>
  ): IamInfiniteOptions<DataOf<Id>, Data>;
  /** Takes an input, or `skipToken` while the input is not known. */
  <Data = InfiniteItemsData<Id>>(
    client: IamClient,
    input: InputOf<Id> | SkipToken,
    overrides?: InfiniteOverrides<DataOf<Id>, Data>,
  ): SkippableInfiniteOptions<DataOf<Id>, Data>;
}

/** Creates an operation's infinite query options builder. */
export function infiniteOptionsOf<Id extends PagedOperationId>(operation: Operation<Id>): InfiniteOptionsBuilder<Id> {
  const select = selectItems(operation);
  const { cursorAfter, check } = detectLoops(operation.id);
  const inputOf = (input: InputOf<Id> | undefined, cursor: Cursor) =>
    pageInput(input, check(cursor), operation.maxPageSize);
  const build = readOptionsOf(
    operation,
    "infinite",
    inputOf,
    (overrides, input) => ({
      select: overrides?.select ?? select,
      initialPageParam: undefined,
      getNextPageParam: cursorAfter(nextCursor, input),
      getPreviousPageParam: cursorAfter(previousCursor, input),
    }),
    (fetch, context) =>
      fetchOrKeepPage(async () => {
        const { data, response } = await fetch();
        await pageItems(operation, data, response);
        return data;
      }, context),
  );
  // TypeScript cannot check the overloads while `Id` is generic. The type tests check them for real operations.
  return build as unknown as InfiniteOptionsBuilder<Id>;
}

/**
 * Detects cursors that repeat, because loading all pages would never end.
 *
 * TanStack Query also computes page params during a render, where an error would unmount the component. The page param is therefore the
 * error, and the query function throws it.
 */
function detectLoops(operation: string) {
  const errors = new WeakMap<object, CursorLoopError>();
  const thrown = new WeakSet<object>();
  return {
    /** Returns a function for the cursor after a page. After its error was thrown, a page has no next page, so that loading all pages ends. */
    cursorAfter:
      (cursorOf: (page: unknown) => Cursor, input: unknown): PageParamGetter<object> =>
      (page, _pages, _param, params = []) => {
        const cursor = cursorOf(page);
        const first = (input as { pagination?: { cursor?: string } } | undefined)?.pagination?.cursor;
        if (!cursor || !params.some((used = first) => used === cursor)) return cursor;
        const error = errors.get(page) ?? new CursorLoopError(operation, cursor);
        errors.set(page, error);
        return thrown.has(error) ? undefined : (error as unknown as string);
      },
    check(cursor: unknown): Cursor {
      if (!(cursor instanceof CursorLoopError)) return cursor as Cursor;
      thrown.add(cursor);
      throw cursor;
    },
  };
}

/**
 * Creates the default `select` of an operation's infinite queries. It is created once for each operation, because TanStack Query
 * runs a stable `select` only when the data has changed. It returns plain data, so that structural sharing keeps the identity of
 * unchanged items.
 */
function selectItems<Id extends PagedOperationId>({
  itemsField = "",
}: Operation<Id>): (data: IamInfiniteData<DataOf<Id>>) => InfiniteItemsData<Id> {
  return (data) => {
    // The code generator derives the name of the property and its type from the same schema.
    const items = data.pages.flatMap(
      (page) => (page as Record<string, unknown>)[itemsField] as InfiniteItemsData<Id>["items"],
    );
    return { ...data, items, totalEntries: pageTotal(data.pages.at(-1)) };
  };
}
