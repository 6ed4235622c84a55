import type {
  DataOf,
  IamClient,
  InputOf,
  Operation,
  OperationId,
  PagedOperationId,
  QueryOperationId,
} from "@segment-iam/client";
import type { InvalidateQueryFilters, QueryClient, SetDataOptions, Updater } from "@tanstack/react-query";
import { infiniteOptionsOf, type InfiniteOverrides } from "./infinite-options-of.ts";
import { buildKey, type ClientOrScope, type QueryKind } from "../key-of.ts";
import { queryOptionsOf, type QueryOverrides } from "./query-options-of.ts";
import type { IamInfiniteData, InputAndOptions, OptionalInput } from "../types.ts";

/**
 * Replaces the cached data of a query. Pass the new data, or a function that computes it from the current data.
 *
 * The current data is `undefined` if nothing is cached. Returning `undefined` leaves the cache unchanged.
 *
 * @example
 * setGetUserData(queryClient, iam, { userId }, (data) => data && { user: { ...data.user, name: "Ada" } });
 */
export interface SetDataFunction<Id extends OperationId, Data = DataOf<Id>> {
  (
    queryClient: QueryClient,
    client: ClientOrScope,
    input: OptionalInput<InputOf<Id>>,
    updater: Updater<Data | undefined, Data | undefined>,
    options?: SetDataOptions,
  ): Data | undefined;
}

/** Replaces the cached pages of an infinite query. Takes the arguments of `SetDataFunction`. */
export interface SetInfiniteDataFunction<Id extends PagedOperationId> extends SetDataFunction<
  Id,
  IamInfiniteData<DataOf<Id>>
> {}

/**
 * Invalidates the queries and infinite queries of an operation, and refetches the active ones.
 *
 * Resolves when the refetches have finished. Without an input, it invalidates the queries of all inputs.
 *
 * @example
 * await invalidateListUsers(queryClient, iam);
 */
export interface InvalidateFunction<Id extends QueryOperationId> {
  (
    queryClient: QueryClient,
    client: ClientOrScope,
    input?: InputOf<Id>,
    filters?: Omit<InvalidateQueryFilters, "queryKey">,
  ): Promise<void>;
}

/**
 * Fetches a query and caches its data, unless fresh data is cached. Never rejects.
 *
 * @example
 * await prefetchGetUser(queryClient, iam, { userId });
 */
export interface PrefetchFunction<Id extends QueryOperationId> {
  (
    queryClient: QueryClient,
    client: IamClient,
    ...args: InputAndOptions<InputOf<Id>, QueryOverrides<DataOf<Id>>>
  ): Promise<void>;
}

/** Fetches the first page of an infinite query, or the first `pages` pages. Takes the arguments of `PrefetchFunction`. */
export interface PrefetchInfiniteFunction<Id extends PagedOperationId> {
  (
    queryClient: QueryClient,
    client: IamClient,
    ...args: InputAndOptions<
      InputOf<Id>,
      InfiniteOverrides<Id> & {
        /** The number of pages to fetch. @default 1 */
        pages?: number | undefined;
      }
    >
  ): Promise<void>;
}

/** Creates a function that sets the data of an operation's queries. */
export function setDataOf<Id extends QueryOperationId>({ id }: Operation<Id>): SetDataFunction<Id> {
  return setDataFor(id, "finite");
}

/** Creates a function that sets the pages of an operation's infinite queries. */
export function setInfiniteDataOf<Id extends PagedOperationId>({ id }: Operation<Id>): SetInfiniteDataFunction<Id> {
  return setDataFor(id, "infinite");
}

function setDataFor<Id extends OperationId, Data>(id: Id, kind: QueryKind): SetDataFunction<Id, Data> {
  return (queryClient, client, input, updater, options) =>
    queryClient.setQueryData<Data>(buildKey(client, id, input, kind) as readonly unknown[], updater, options);
}

/** Creates a function that invalidates an operation's queries. */
export function invalidateOf<Id extends QueryOperationId>({ id }: Operation<Id>): InvalidateFunction<Id> {
  return (queryClient, client, input, filters) =>
    queryClient.invalidateQueries({ ...filters, queryKey: buildKey(client, id, input) });
}

/** Creates a function that prefetches an operation's queries. */
export function prefetchOf<Id extends QueryOperationId>(operation: Operation<Id>): PrefetchFunction<Id> {
  const build = queryOptionsOf(operation);
  return (queryClient, client, ...args) => queryClient.prefetchQuery(build(client, ...args));
}

/** Creates a function that prefetches an operation's infinite queries. */
export function prefetchInfiniteOf<Id extends PagedOperationId>(
  operation: Operation<Id>,
): PrefetchInfiniteFunction<Id> {
  const build = infiniteOptionsOf(operation);
  return (queryClient, client, ...args) => queryClient.prefetchInfiniteQuery(build(client, ...args));
}
