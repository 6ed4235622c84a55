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
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
  type SkipToken,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  type UseSuspenseInfiniteQueryResult,
  type UseSuspenseQueryResult,
} from "@tanstack/react-query";
import { useIam } from "../iam-provider.tsx";
import { infiniteOptionsOf, type InfiniteOverrides } from "../query/infinite-options-of.ts";
import { mutationOptionsOf, type OperationMutationOverrides } from "../query/mutation-options-of.ts";
import { queryOptionsOf, type QueryOverrides } from "../query/query-options-of.ts";
import type { InputAndOptions, InfiniteItemsData, VariablesOf } from "../query/types.ts";

/** `useQuery` for one operation. Takes its input, or `skipToken`, then TanStack Query's options. */
export interface QueryHook<Id extends QueryOperationId> {
  <Data = DataOf<Id>>(
    ...args: InputAndOptions<InputOf<Id>, QueryOverrides<DataOf<Id>, Data>, SkipToken>
  ): UseQueryResult<Data, IamFailure>;
}

/** `useSuspenseQuery` for one operation. Takes its input, then TanStack Query's options. */
export interface SuspenseQueryHook<Id extends QueryOperationId> {
  <Data = DataOf<Id>>(
    ...args: InputAndOptions<InputOf<Id>, Omit<QueryOverrides<DataOf<Id>, Data>, NonSuspenseOption>>
  ): UseSuspenseQueryResult<Data, IamFailure>;
}

/** `useInfiniteQuery` for one operation. Takes its input, or `skipToken`, then TanStack Query's options. */
export interface InfiniteQueryHook<Id extends PagedOperationId> {
  <Data = InfiniteItemsData<Id>>(
    ...args: InputAndOptions<InputOf<Id>, InfiniteOverrides<DataOf<Id>, Data>, SkipToken>
  ): UseInfiniteQueryResult<Data, IamFailure>;
}

/** `useSuspenseInfiniteQuery` for one operation. Takes its input, then TanStack Query's options. */
export interface SuspenseInfiniteQueryHook<Id extends PagedOperationId> {
  <Data = InfiniteItemsData<Id>>(
    ...args: InputAndOptions<InputOf<Id>, Omit<InfiniteOverrides<DataOf<Id>, Data>, NonSuspenseOption>>
  ): UseSuspenseInfiniteQueryResult<Data, IamFailure>;
}

/** `useMutation` for one operation. Takes TanStack Query's options, `invalidate` and `optimistic`. */
export interface MutationHook<Id extends MutationOperationId> {
  <OnMutateResult = unknown>(
    overrides?: OperationMutationOverrides<Id, OnMutateResult>,
  ): UseMutationResult<DataOf<Id>, IamFailure, VariablesOf<Id>, OnMutateResult>;
}

/** Options that TanStack Query's suspense hooks do not take. */
type NonSuspenseOption = "enabled" | "throwOnError" | "placeholderData";

/** Creates an operation's query hook. */
export function queryHook<Id extends QueryOperationId>(operation: Operation<Id>): QueryHook<Id> {
  return createHook(queryOptionsOf(operation), useQuery) as QueryHook<Id>;
}

/** Creates an operation's suspense query hook. */
export function suspenseQueryHook<Id extends QueryOperationId>(operation: Operation<Id>): SuspenseQueryHook<Id> {
  return createHook(queryOptionsOf(operation), useSuspenseQuery) as SuspenseQueryHook<Id>;
}

/** Creates an operation's infinite query hook. */
export function infiniteQueryHook<Id extends PagedOperationId>(operation: Operation<Id>): InfiniteQueryHook<Id> {
  return createHook(infiniteOptionsOf(operation), useInfiniteQuery) as InfiniteQueryHook<Id>;
}

/** Creates an operation's suspense infinite query hook. */
export function suspenseInfiniteQueryHook<Id extends PagedOperationId>(
  operation: Operation<Id>,
): SuspenseInfiniteQueryHook<Id> {
  return createHook(infiniteOptionsOf(operation), useSuspenseInfiniteQuery) as SuspenseInfiniteQueryHook<Id>;
}

/** Creates an operation's mutation hook. */
export function mutationHook<Id extends MutationOperationId>(operation: Operation<Id>): MutationHook<Id> {
  return createHook(mutationOptionsOf(operation), useMutation) as MutationHook<Id>;
}

type AnyFunction = (...args: readonly unknown[]) => unknown;

/**
 * Creates a hook that builds options for the client of the provider and passes them to one of TanStack Query's hooks.
 *
 * Builders read retry defaults from the query client, their last argument. The defaults take precedence over the retry policy. Arguments and
 * results are `unknown`, because TypeScript cannot relate them while `Id` is generic. The hook interfaces above type them.
 */
function createHook(buildOptions: unknown, useHook: unknown) {
  return function useOperation(...args: readonly unknown[]): unknown {
    const [first, second] = args;
    return (useHook as AnyFunction)((buildOptions as AnyFunction)(useIam().client, first, second, useQueryClient()));
  };
}
