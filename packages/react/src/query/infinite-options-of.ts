import type { DataOf, IamClient, IamFailure, InputOf, Operation, PagedOperationId } from "@segment-iam/client";
import { nextCursor, pageInput, previousCursor } from "@segment-iam/helpers/pagination";
import type { DataTag, QueryFunction, QueryKey, SkipToken, UseInfiniteQueryOptions } from "@tanstack/react-query";
import type { InputThen } from "./input-then.ts";
import type { Cursor, ItemPages, Pages } from "./pages.ts";
import { readOptionsOf } from "./read-options-of.ts";
import { selectItems } from "./select-items.ts";

type Settled =
  | "queryKey"
  | "queryFn"
  | "queryHash"
  | "queryKeyHashFn"
  | "initialPageParam"
  | "getNextPageParam"
  | "getPreviousPageParam";

/** TanStack Query's options of an infinite query, without those that the operation settles. */
export interface InfiniteOverrides<Answer, Data = Pages<Answer>> extends Omit<
  UseInfiniteQueryOptions<Answer, IamFailure, Data, QueryKey, Cursor>,
  Settled
> {}

interface Paging<Answer> {
  /** Where the pages are in the cache. */
  queryKey: DataTag<QueryKey, Pages<Answer>, IamFailure>;
  /** The first page has no cursor, unless the input has one to start from. */
  initialPageParam: Cursor;
  /** Reads the next cursor; `undefined` is the end. */
  getNextPageParam: (page: Answer) => string | undefined;
  /** Reads the previous cursor; `undefined` is the start. */
  getPreviousPageParam: (page: Answer) => string | undefined;
}

/** The options of an infinite query, for `useInfiniteQuery`, `fetchInfiniteQuery` and everything else that takes them. */
export interface IamInfiniteOptions<Answer, Data = Pages<Answer>>
  extends InfiniteOverrides<Answer, Data>, Paging<Answer> {
  /** Fetches one page, with TanStack Query's signal. */
  queryFn: QueryFunction<Answer, QueryKey, Cursor>;
}

/** The options of an infinite query that `skipToken` may hold back. */
export interface SkippableInfiniteOptions<Answer, Data = Pages<Answer>>
  extends InfiniteOverrides<Answer, Data>, Paging<Answer> {
  /** Fetches one page, with TanStack Query's signal; or `skipToken`. */
  queryFn: QueryFunction<Answer, QueryKey, Cursor> | SkipToken;
}

/** Makes the options of an operation's infinite query. */
export interface InfiniteOptionsBuilder<Id extends PagedOperationId> {
  /** With an input that is known, or that nothing requires. */
  <Data = ItemPages<Id>>(
    client: IamClient,
    ...args: InputThen<InputOf<Id>, InfiniteOverrides<DataOf<Id>, Data>>
  ): IamInfiniteOptions<DataOf<Id>, Data>;
  /** With `skipToken` for as long as the input is not known. */
  <Data = ItemPages<Id>>(
    client: IamClient,
    input: InputOf<Id> | SkipToken,
    overrides?: InfiniteOverrides<DataOf<Id>, Data>,
  ): SkippableInfiniteOptions<DataOf<Id>, Data>;
}

/** Makes an operation's infinite query options builder. The generated ones are made with it. */
export function infiniteOptionsOf<Id extends PagedOperationId>(operation: Operation<Id>): InfiniteOptionsBuilder<Id> {
  const select = selectItems(operation);
  const inputOf = (input: InputOf<Id> | undefined, cursor: Cursor) => pageInput(input, cursor, operation.pageSize);
  const build = readOptionsOf(operation, "infinite", inputOf, (overrides) => ({
    select: overrides?.select ?? select,
    initialPageParam: undefined,
    getNextPageParam: nextCursor,
    getPreviousPageParam: previousCursor,
  }));
  // Overloads that differ in what an input may be cannot be checked while `Id` is open; the type tests check them closed.
  return build as unknown as InfiniteOptionsBuilder<Id>;
}
