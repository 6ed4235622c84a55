import type { DataOf, IamFailure, InputOf, Operation, QueryOperationId } from "@segment-iam/client";
import type { DataTag, QueryKey, SkipToken } from "@tanstack/react-query";
import type { IamInfiniteData } from "./types.ts";

/** A client, or its `scope`. Either selects the keys of one workspace. */
export type ClientOrScope = string | { readonly scope: string };

/** Whether a key belongs to a query or to an infinite query. The two never share a cache entry. */
export type QueryKind = "finite" | "infinite";

/**
 * Makes the keys of an operation: `["segment-iam", scope, operationId, input, kind]`.
 *
 * A key without its last parts is a prefix, which matches every key that starts with it. An input in a filter also matches
 * inputs with additional properties, unless the filter is `exact`. A key never contains a header or a token.
 *
 * @example
 * queryClient.getQueryData(listUsersKey(iam, {}, "finite"));
 * await queryClient.invalidateQueries({ queryKey: listUsersKey(iam) });
 */
export interface KeyBuilder<Id extends QueryOperationId> {
  /** A prefix for filters. It matches the keys of all inputs, or both kinds of keys of the given input. No data is cached under a prefix. */
  (client: ClientOrScope, input?: InputOf<Id>): QueryKey;
  /** The key of a query, typed for `getQueryData`. */
  (client: ClientOrScope, input: InputOf<Id> | undefined, kind: "finite"): DataTag<QueryKey, DataOf<Id>, IamFailure>;
  /** The key of an infinite query, typed for `getQueryData`. */
  (
    client: ClientOrScope,
    input: InputOf<Id> | undefined,
    kind: "infinite",
  ): DataTag<QueryKey, IamInfiniteData<DataOf<Id>>, IamFailure>;
}

const ROOT = "segment-iam";

/**
 * Returns the prefix of all keys of a workspace, for filters. Without an argument, the prefix matches the keys of all workspaces.
 *
 * @example
 * queryClient.removeQueries({ queryKey: iamKey(iam) });
 */
export function iamKey(client?: ClientOrScope): readonly unknown[] {
  if (client === undefined) return [ROOT];
  return [ROOT, typeof client === "string" ? client : client.scope];
}

/** Creates an operation's key builder. */
export function keyOf<Id extends QueryOperationId>({ id }: Operation<Id>): KeyBuilder<Id> {
  return ((client, input, kind) => keyFor(client, id, input, kind)) as KeyBuilder<Id>;
}

/**
 * Makes a complete key, or a prefix if `kind` is missing.
 *
 * A missing input is stored as `{}`. The input of a skipped query is `null`, so that the query never shows the data of the input `{}`.
 */
export function keyFor(client: ClientOrScope, id: string, input?: object | SkipToken, kind?: QueryKind): QueryKey {
  const prefix = [...iamKey(client), id];
  if (kind) return [...prefix, typeof input === "symbol" ? null : (input ?? {}), kind];
  return input ? [...prefix, input] : prefix;
}
