import type { DataOf, IamClient, InputOf, MutationOperationId, Operation, QueryOperationId } from "@segment-iam/client";
import type { Mutation, Query } from "@tanstack/react-query";
import { affectedQueries } from "../invalidation/queries-to-invalidate.ts";
import type { IamInfiniteData, VariablesOf } from "../query/types.ts";

/** A write that is pending or has succeeded. */
export interface OptimisticWrite<Id extends MutationOperationId> {
  /** The variables of the mutation. */
  readonly variables: InputOf<Id>;
  /** The data of the response; `undefined` while the write is pending. */
  readonly data: DataOf<Id> | undefined;
}

/**
 * Returns the data of a read as it will be after a write. `pages` has one page, or all loaded pages of an infinite query.
 *
 * If the data already contains the write, return it unchanged. Never modify an object. Return the same object, or a new one.
 */
export type OptimisticPatch<Read extends QueryOperationId, Id extends MutationOperationId> = (
  pages: readonly DataOf<Read>[],
  write: OptimisticWrite<Id>,
  input: InputOf<Read>,
) => readonly DataOf<Read>[];

/** The patches of a write, by the id of the read that they change. */
export type OptimisticPatches<Id extends MutationOperationId> = {
  readonly [Read in QueryOperationId]?: OptimisticPatch<Read, Id>;
};

/** The optimistic update of one mutation. */
export interface PendingUpdate {
  readonly mutation: Mutation;
  /** Whether the mutation affects a query. */
  affects(query: Query): boolean;
  /** Returns a query's data with the update applied, or the same object if the update changes nothing. */
  apply(query: Query, data: unknown): unknown;
  /** The data of the response; `undefined` while the mutation is pending. */
  response: unknown;
  /** The number of the event that confirmed the update; `undefined` while the mutation is pending. */
  confirmedAt: number | undefined;
}

/** Creates the update of a mutation that has just started. It affects the queries that the operation invalidates or deletes. */
export function createPendingUpdate<Id extends MutationOperationId>(
  operation: Operation<Id>,
  patches: OptimisticPatches<Id>,
  client: IamClient,
  variables: VariablesOf<Id>,
  mutation: Mutation,
): PendingUpdate {
  const { queryKey, predicate } = affectedQueries(operation, client, variables);
  const update: PendingUpdate = {
    mutation,
    affects: (query) => queryKey.every((part, at) => part === query.queryKey[at]) && predicate(query),
    apply({ queryKey: [, , read, input, kind] }, data) {
      // The key determines the type of the data and of the patch.
      const patch = (patches as Record<string, AnyPatch | undefined>)[String(read)];
      if (!patch || data === undefined) return data;
      const write = { variables, data: update.response } satisfies Record<keyof OptimisticWrite<Id>, unknown>;
      if (kind !== "infinite") return patch([data], write, input)[0];
      const list = data as IamInfiniteData<unknown>;
      const pages = patch(list.pages, write, input);
      return pages === list.pages ? data : { ...list, pages };
    },
    response: undefined,
    confirmedAt: undefined,
  };
  return update;
}

type AnyPatch = (pages: readonly unknown[], write: unknown, input: unknown) => readonly unknown[];
