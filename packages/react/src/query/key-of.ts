import type { DataOf, IamFailure, InputOf, Operation, QueryOperationId } from "@segment-iam/client";
import type { DataTag, QueryKey, SkipToken } from "@tanstack/react-query";
import { iamKey, type Workspace } from "./iam-key.ts";
import type { Pages } from "./pages.ts";

/** Whether a key is that of one answer or of the pages of an infinite list. The two never share a cache entry. */
export type QueryKind = "finite" | "infinite";

/**
 * Makes the keys of an operation: `["segment-iam", scope, operation, input, kind]`.
 *
 * What is left out at the end makes a prefix, which a filter matches with everything that starts with it; an input in a filter matches
 * every input that has the same members, and more, unless the filter is `exact`. A key never holds a header or a token.
 */
export interface KeyBuilder<Id extends QueryOperationId> {
  /** A prefix for filters: every input, or both kinds of one. Nothing is in the cache under it. */
  (workspace: Workspace, input?: InputOf<Id>): QueryKey;
  /** The key of one answer; `getQueryData` knows its type. */
  (workspace: Workspace, input: InputOf<Id> | undefined, kind: "finite"): DataTag<QueryKey, DataOf<Id>, IamFailure>;
  /** The key of an infinite list; `getQueryData` knows its type. */
  (
    workspace: Workspace,
    input: InputOf<Id> | undefined,
    kind: "infinite",
  ): DataTag<QueryKey, Pages<DataOf<Id>>, IamFailure>;
}

/** Makes an operation's key builder. The generated ones are made with it. */
export function keyOf<Id extends QueryOperationId>({ id }: Operation<Id>): KeyBuilder<Id> {
  return ((workspace, input, kind) => keyFor(workspace, id, input, kind)) as KeyBuilder<Id>;
}

/**
 * Makes a key, whole or in part.
 *
 * An input that is left out is the empty one. A skipped query has `null`, so that it never shows what the empty input answered.
 */
export function keyFor(workspace: Workspace, id: string, input?: object | SkipToken, kind?: QueryKind): QueryKey {
  const prefix = [...iamKey(workspace), id];
  if (kind) return [...prefix, typeof input === "symbol" ? null : (input ?? {}), kind];
  return input ? [...prefix, input] : prefix;
}
