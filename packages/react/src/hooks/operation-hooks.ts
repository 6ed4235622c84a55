import type {
  DataOf,
  IamFailure,
  InputOf,
  MutationOperationId,
  Operation,
  PagedOperationId,
  QueryOperationId,
} from "@segment-iam/client";
import {
  notifyManager,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
  type DefinedUseInfiniteQueryResult,
  type DefinedUseQueryResult,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  type UseSuspenseInfiniteQueryResult,
  type UseSuspenseQueryResult,
} from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { useIam } from "../iam-provider.tsx";
import { optimisticUpdates, subscribeToPendingWrites } from "../optimistic/pending-writes.ts";
import type { SelectOptions } from "../optimistic/types.ts";
import {
  infiniteOptionsOf,
  type DefinedInfiniteOverrides,
  type InfiniteOverrides,
} from "../query/infinite-options-of.ts";
import { mutationOptionsOf, type OperationMutationOverrides } from "../query/mutation-options-of.ts";
import { queryOptionsOf, type DefinedQueryOverrides, type QueryOverrides } from "../query/query-options-of.ts";
import type { DefinedHookArguments, HookArguments, InfiniteItemsData, VariablesOf } from "../types.ts";

/** `useQuery` for one operation. Takes its input, or `skipToken`, then options. A third argument replaces the provider's query client. */
export interface QueryHook<Id extends QueryOperationId> {
  <Data = DataOf<Id>>(
    ...args: DefinedHookArguments<InputOf<Id>, DefinedQueryOverrides<DataOf<Id>, Data>>
  ): DefinedUseQueryResult<Data, IamFailure>;
  <Data = DataOf<Id>>(
    ...args: HookArguments<InputOf<Id>, QueryOverrides<DataOf<Id>, Data>>
  ): UseQueryResult<Data, IamFailure>;
}

/** `useSuspenseQuery` for one operation. Takes its input, then options. A third argument replaces the provider's query client. */
export interface SuspenseQueryHook<Id extends QueryOperationId> {
  <Data = DataOf<Id>>(
    ...args: HookArguments<InputOf<Id>, SuspenseQueryOverrides<DataOf<Id>, Data>, InputOf<Id>>
  ): UseSuspenseQueryResult<Data, IamFailure>;
}

/**
 * `useInfiniteQuery` for one operation. Takes its input, or `skipToken`, then options. A third argument replaces the provider's query
 * client.
 */
export interface InfiniteQueryHook<Id extends PagedOperationId> {
  <Data = InfiniteItemsData<Id>>(
    ...args: DefinedHookArguments<InputOf<Id>, DefinedInfiniteOverrides<Id, Data>>
  ): DefinedUseInfiniteQueryResult<Data, IamFailure>;
  <Data = InfiniteItemsData<Id>>(
    ...args: HookArguments<InputOf<Id>, InfiniteOverrides<Id, Data>>
  ): UseInfiniteQueryResult<Data, IamFailure>;
}

/** `useSuspenseInfiniteQuery` for one operation. Takes its input, then options. A third argument replaces the provider's query client. */
export interface SuspenseInfiniteQueryHook<Id extends PagedOperationId> {
  <Data = InfiniteItemsData<Id>>(
    ...args: HookArguments<InputOf<Id>, SuspenseInfiniteOverrides<Id, Data>, InputOf<Id>>
  ): UseSuspenseInfiniteQueryResult<Data, IamFailure>;
}

/** `useMutation` for one operation. Takes options, for example `invalidate` and `optimistic`. A second argument replaces the provider's query client. */
export interface MutationHook<Id extends MutationOperationId> {
  <OnMutateResult = unknown>(
    options?: OperationMutationOverrides<Id, OnMutateResult>,
    queryClient?: QueryClient | undefined,
  ): UseMutationResult<DataOf<Id>, IamFailure, VariablesOf<Id>, OnMutateResult>;
}

/** Options that TanStack Query's suspense hooks do not take. */
type NonSuspenseOption = "enabled" | "throwOnError" | "placeholderData";

/** The options of a suspense query: those of a query, except options that would leave a component without data. */
export interface SuspenseQueryOverrides<QueryFnData, Data = QueryFnData> extends Omit<
  QueryOverrides<QueryFnData, Data>,
  NonSuspenseOption
> {}

/** The options of a suspense infinite query: those of an infinite query, except options that would leave a component without data. */
export interface SuspenseInfiniteOverrides<Id extends PagedOperationId, Data = InfiniteItemsData<Id>> extends Omit<
  InfiniteOverrides<Id, Data>,
  NonSuspenseOption
> {}

/** Creates an operation's query hook. */
export function queryHook<Id extends QueryOperationId>(operation: Operation<Id>): QueryHook<Id> {
  return createReadHook(queryOptionsOf(operation), useQuery) as QueryHook<Id>;
}

/** Creates an operation's suspense query hook. */
export function suspenseQueryHook<Id extends QueryOperationId>(operation: Operation<Id>): SuspenseQueryHook<Id> {
  return createReadHook(queryOptionsOf(operation), useSuspenseQuery) as SuspenseQueryHook<Id>;
}

/** Creates an operation's infinite query hook. */
export function infiniteQueryHook<Id extends PagedOperationId>(operation: Operation<Id>): InfiniteQueryHook<Id> {
  return createReadHook(infiniteOptionsOf(operation), useInfiniteQuery) as InfiniteQueryHook<Id>;
}

/** Creates an operation's suspense infinite query hook. */
export function suspenseInfiniteQueryHook<Id extends PagedOperationId>(
  operation: Operation<Id>,
): SuspenseInfiniteQueryHook<Id> {
  return createReadHook(infiniteOptionsOf(operation), useSuspenseInfiniteQuery) as SuspenseInfiniteQueryHook<Id>;
}

/** Creates an operation's mutation hook. */
export function mutationHook<Id extends MutationOperationId>(operation: Operation<Id>): MutationHook<Id> {
  const build: unknown = mutationOptionsOf(operation);
  return function useOperation(options: unknown, ownQueryClient?: QueryClient) {
    const queryClient = useQueryClient(ownQueryClient);
    return useMutation((build as AnyFunction)(useIam().client, options, queryClient) as object, queryClient);
  } as MutationHook<Id>;
}

/** A function of any type. TypeScript cannot relate the types while `Id` is generic. The hook interfaces above type the hooks. */
type AnyFunction = (...args: readonly unknown[]) => unknown;

/**
 * Creates a hook that builds options for the client of the provider and passes them to one of TanStack Query's hooks. The hook's data
 * contains pending optimistic writes.
 *
 * Builders read retry defaults from the query client, which is their last argument. These defaults take precedence over the retry policy.
 */
function createReadHook(build: unknown, useHook: unknown) {
  return function useOperation(input: unknown, overrides: unknown, ownQueryClient?: QueryClient): unknown {
    const queryClient = useQueryClient(ownQueryClient);
    const options = (build as AnyFunction)(useIam().client, input, overrides, queryClient) as SelectOptions;
    return (useHook as AnyFunction)(usePendingWrites(options, queryClient), queryClient);
  };
}

/**
 * Adds the pending optimistic writes to a query's `select`. Renders when a write that affects the query starts or ends.
 *
 * Returns the same options if there is no such write.
 */
function usePendingWrites<Options extends SelectOptions>(options: Options, queryClient: QueryClient): Options {
  const mutations = queryClient.getMutationCache();
  const subscribe = useCallback(
    (onChange: () => void) => subscribeToPendingWrites(mutations, notifyManager.batchCalls(onChange)),
    [mutations],
  );
  const select = useSyncExternalStore(
    subscribe,
    () => optimisticUpdates.pendingWritesOf?.(queryClient).selectOf(options),
    () => undefined,
  );
  return select ? { ...options, select } : options;
}
