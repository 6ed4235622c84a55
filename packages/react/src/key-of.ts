import type { DataOf, IamFailure, InputOf, Operation, PagedOperationId, QueryOperationId } from "@segment-iam/client";
import type { DataTag, QueryKey, SkipToken } from "@tanstack/react-query";
import type { IamInfiniteData } from "./types.ts";

/** A client, or its `scope`. Either selects the keys of one workspace. */
export type ClientOrScope = string | { readonly scope: string };

/** Whether a key belongs to a query or to an infinite query. The two never share a cache entry. */
export type QueryKind = "finite" | "infinite";

/** The key of a query or an infinite query. `getQueryData` and `setQueryData` infer the type of the cached data from it. */
export interface IamQueryKey<Data> extends DataTag<QueryKey, Data, IamFailure> {}

/**
 * A prefix of keys, for filters. It matches every key that starts with it.
 *
 * No data is cached under a prefix. `setQueryData` accepts no data for it, and `getQueryData` returns `undefined`.
 */
export interface IamKeyPrefix extends DataTag<QueryKey, never, IamFailure> {}

/** The arguments of a function that takes an operation's input. The input is optional if it has no required property. */
type InputArguments<Input> = {} extends Input ? [input?: Input | undefined] : [input: Input];

/**
 * Builds the prefixes of an operation's keys, for filters.
 *
 * An input in a filter also matches inputs with additional properties.
 *
 * @example
 * await queryClient.invalidateQueries({ queryKey: listUsersKey(iam) });
 */
export interface KeyPrefixBuilder<Id extends QueryOperationId> {
  /** Without an input, the prefix matches all keys of the operation. With an input, it matches the query and the infinite query. */
  (client: ClientOrScope, input?: InputOf<Id>): IamKeyPrefix;
}

/**
 * Builds the keys of an operation's queries: `["segment-iam", scope, operationId, input, "finite"]`.
 *
 * A key never contains a header or a token.
 *
 * @example
 * queryClient.getQueryData(getUserQueryKey(iam, { userId }));
 */
export interface QueryKeyBuilder<Id extends QueryOperationId> {
  (client: ClientOrScope, ...args: InputArguments<InputOf<Id>>): IamQueryKey<DataOf<Id>>;
}

/**
 * Builds the keys of an operation's infinite queries: `["segment-iam", scope, operationId, input, "infinite"]`.
 *
 * A key never contains a header or a token.
 */
export interface InfiniteQueryKeyBuilder<Id extends PagedOperationId> {
  (client: ClientOrScope, ...args: InputArguments<InputOf<Id>>): IamQueryKey<IamInfiniteData<DataOf<Id>>>;
}

const ROOT = "segment-iam";

/**
 * Returns the prefix of all keys of a workspace, for filters. Without an argument, the prefix matches the keys of all workspaces.
 *
 * @example
 * queryClient.removeQueries({ queryKey: iamKey(iam) });
 */
export function iamKey(client?: ClientOrScope): IamKeyPrefix {
  const key = client === undefined ? [ROOT] : [ROOT, typeof client === "string" ? client : client.scope];
  return key as unknown as IamKeyPrefix;
}

/** Returns the cursor in an infinite query's input, at which its first page starts. */
export function startCursor(input: unknown): string | undefined {
  return (input as { pagination?: { cursor?: string } } | null | undefined)?.pagination?.cursor;
}

/** Creates an operation's builder of key prefixes. */
export function keyOf<Id extends QueryOperationId>({ id }: Operation<Id>): KeyPrefixBuilder<Id> {
  return (client, input) => buildKey(client, id, input);
}

/** Creates an operation's builder of query keys. */
export function queryKeyOf<Id extends QueryOperationId>({ id }: Operation<Id>): QueryKeyBuilder<Id> {
  return (client, input?: object) => buildKey(client, id, input, "finite");
}

/** Creates an operation's builder of infinite query keys. */
export function infiniteQueryKeyOf<Id extends PagedOperationId>({ id }: Operation<Id>): InfiniteQueryKeyBuilder<Id> {
  return (client, input?: object) => buildKey(client, id, input, "infinite");
}

/**
 * Builds a complete key, or a prefix if `kind` is missing.
 *
 * A missing input is stored as `{}`. The input of a skipped query is `null`, so that the query never shows the data of the input `{}`.
 */
export function buildKey(
  client: ClientOrScope,
  id: string,
  input?: object | SkipToken,
  kind?: QueryKind,
): IamQueryKey<never> {
  const prefix = [...iamKey(client), id];
  if (kind) prefix.push(typeof input === "symbol" ? null : (input ?? {}), kind);
  else if (input) prefix.push(input);
  return prefix as unknown as IamQueryKey<never>;
}
