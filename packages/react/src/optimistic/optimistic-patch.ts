import type { DataOf, InputOf, MutationOperationId, QueryOperationId } from "@segment-iam/client";

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
 * If the data already contains the write, return `pages` unchanged. Never modify pages or items; return new objects.
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
