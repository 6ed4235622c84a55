import type { DataOf, IamClient, IamFailure, InputOf, Operation, PagedOperationId } from "@segment-iam/client";
import { nextCursor, pageInput, pageItems, pageTotal, previousCursor } from "@segment-iam/helpers/pagination";
import type { QueryFunction, QueryKey, SkipToken, UseInfiniteQueryOptions } from "@tanstack/react-query";
import { checkCursor, detectCursorLoops, type PageParamGetter } from "./detect-cursor-loops.ts";
import type { IamQueryKey } from "../key-of.ts";
import { fetchOrKeepPage } from "../invalidation/partial-refetch.ts";
import { readOptionsOf, type DefinedInitialData } from "./query-options-of.ts";
import type {
  Cursor,
  HookCallOptions,
  IamInfiniteData,
  InfiniteItemsData,
  InputAndOptions,
  InputOrSkipToken,
  OptionalInput,
} from "../types.ts";

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
interface InfiniteSettings<PageData, Data> extends Omit<
  UseInfiniteQueryOptions<PageData, IamFailure, Data, QueryKey, Cursor>,
  OwnOption
> {}

/** The options of an infinite query: those of TanStack Query's `useInfiniteQuery`, and options of its calls. */
export interface InfiniteOverrides<Id extends PagedOperationId, Data = InfiniteItemsData<Id>>
  extends Omit<InfiniteSettings<DataOf<Id>, Data>, "select">, HookCallOptions {
  /** Derives `data` from the pages, their `items` and `totalEntries`. @default returns the data unchanged */
  select?: ((data: InfiniteItemsData<Id>) => Data) | undefined;
}

/** The options of an infinite query with `initialData`. */
export interface DefinedInfiniteOverrides<Id extends PagedOperationId, Data = InfiniteItemsData<Id>>
  extends Omit<InfiniteOverrides<Id, Data>, "initialData">, DefinedInitialData<IamInfiniteData<DataOf<Id>>> {}

interface Paging<PageData> {
  /** The key of the query, typed for `getQueryData`. */
  queryKey: IamQueryKey<IamInfiniteData<PageData>>;
  /** `undefined`: the first page has no cursor, unless the input has one. */
  initialPageParam: Cursor;
  /** Returns the next cursor, or `undefined` on the last page. If a loaded page has this cursor, the request fails with `CursorLoopError`. */
  getNextPageParam: PageParamGetter<PageData>;
  /** Returns the previous cursor, or `undefined` on the first page. A repeated cursor fails in the same way. */
  getPreviousPageParam: PageParamGetter<PageData>;
}

/** Infinite query options for `useInfiniteQuery`, `fetchInfiniteQuery` and other functions that take infinite query options. */
export interface IamInfiniteOptions<PageData, Data = IamInfiniteData<PageData>>
  extends InfiniteSettings<PageData, Data>, Paging<PageData> {
  /** Fetches one page with TanStack Query's signal. */
  queryFn: QueryFunction<PageData, QueryKey, Cursor>;
}

/** Infinite query options with `initialData`. */
export interface DefinedInfiniteOptions<PageData, Data = IamInfiniteData<PageData>>
  extends Omit<IamInfiniteOptions<PageData, Data>, "initialData">, DefinedInitialData<IamInfiniteData<PageData>> {}

/** Infinite query options whose `queryFn` may be `skipToken`. */
export interface SkippableInfiniteOptions<PageData, Data = IamInfiniteData<PageData>>
  extends InfiniteSettings<PageData, Data>, Paging<PageData> {
  /** Fetches one page with TanStack Query's signal, or is `skipToken`. */
  queryFn: QueryFunction<PageData, QueryKey, Cursor> | SkipToken;
}

/** Builds the infinite query options of an operation. */
export interface InfiniteOptionsBuilder<Id extends PagedOperationId> {
  /** Takes `initialData`, so that `data` is never `undefined`. */
  <Data = InfiniteItemsData<Id>>(
    client: IamClient,
    input: OptionalInput<InputOf<Id>>,
    overrides: DefinedInfiniteOverrides<Id, Data>,
  ): DefinedInfiniteOptions<DataOf<Id>, Data>;
  /** Takes an input, which is optional if it has no required property. */
  <Data = InfiniteItemsData<Id>>(
    client: IamClient,
    ...args: InputAndOptions<InputOf<Id>, InfiniteOverrides<Id, Data>>
  ): IamInfiniteOptions<DataOf<Id>, Data>;
  /** Takes an input, or `skipToken` while the input is not known. */
  <Data = InfiniteItemsData<Id>>(
    client: IamClient,
    input: InputOrSkipToken<InputOf<Id>>,
    overrides?: InfiniteOverrides<Id, Data>,
  ): SkippableInfiniteOptions<DataOf<Id>, Data>;
}

/** Creates an operation's infinite query options builder. */
export function infiniteOptionsOf<Id extends PagedOperationId>(operation: Operation<Id>): InfiniteOptionsBuilder<Id> {
  const selectItems = itemsSelector(operation);
  const inputOf = (input: InputOf<Id> | undefined, cursor: Cursor) =>
    pageInput(input, checkCursor(cursor), operation.maxPageSize);
  const build = readOptionsOf(
    operation,
    "infinite",
    inputOf,
    (overrides, input) => ({
      select: selectItems(overrides.select as Select<InfiniteItemsData<Id>>),
      initialPageParam: undefined,
      getNextPageParam: detectCursorLoops(operation.id, nextCursor, input),
      getPreviousPageParam: detectCursorLoops(operation.id, previousCursor, input),
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

/** The `select` option of an infinite query. */
type Select<Data> = ((data: Data) => unknown) | undefined;

/**
 * Creates a function that wraps the caller's `select`. The wrapped `select` also receives `items` and `totalEntries`. Without a `select`,
 * the data has the pages and these two properties.
 *
 * The wrapper of a `select` is always the same function, because TanStack Query runs a stable `select` only when the data has changed.
 * `items` is a plain array, so that structural sharing keeps the identity of unchanged items.
 */
function itemsSelector<Id extends PagedOperationId>({ itemsField = "" }: Operation<Id>) {
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
