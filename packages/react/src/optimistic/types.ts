import type { DataOf, IamClient, InputOf, MutationOperationId, QueryOperationId } from "@segment-iam/client";
import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** The optimistic update of an operation, such as `optimisticDeleteUsers` of `@segment-iam/react/optimistic`. */
export interface OptimisticUpdate<Id extends MutationOperationId> {
  /** The id of the operation. */
  readonly id: Id;
  /** Makes the mutations of a `mutationFn` optimistic. Returns a function that returns the pending writes of a query client. */
  register(mutationFn: object, client: IamClient): PendingWritesReader;
}

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

/** A mutation with an optimistic update. */
export interface Write {
  readonly operationId: string;
  readonly variables: unknown;
  /** Whether the write changes the data of a query. */
  affects(queryKey: QueryKey): boolean;
  /**
   * Returns the pages of a query with the write, or the same array if the write changes nothing.
   *
   * @param data the data of the response; `undefined` while the mutation is pending
   */
  patch(queryKey: QueryKey, pages: readonly unknown[], data: unknown): readonly unknown[];
}

/** The options of a query that determine its data. */
export interface SelectOptions {
  readonly queryKey: QueryKey;
  readonly select?: ((data: never) => unknown) | undefined;
}

/** The optimistic writes of a query client that its cached data may still lack. */
export interface PendingWrites {
  /**
   * Returns a `select` that adds the writes that affect a query, then calls the query's own `select`. Returns `undefined` if there are no
   * such writes. Returns the same function until other writes affect the query, because TanStack Query runs a new `select` again.
   */
  selectOf(options: SelectOptions): ((data: unknown) => unknown) | undefined;
  /**
   * Adds a write that has succeeded to the cached data. `data` is the data of the response. Returns a function to call after the affected
   * queries were refetched.
   */
  confirm(operationId: string, variables: unknown, data: unknown): () => void;
}

/** Returns the pending writes of a query client, including those of mutations that have just started. */
export type PendingWritesReader = (queryClient: QueryClient) => PendingWrites;
