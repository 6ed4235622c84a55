import type { MutationCache, QueryClient, QueryKey } from "@tanstack/react-query";

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

/**
 * The implementation of optimistic updates; empty until an application uses one. Hooks call it through this object, so that a bundle
 * without optimistic updates does not contain it.
 */
export const optimisticUpdates: {
  pendingWritesOf?: PendingWritesReader;
  /** Called when pending writes change without an event of the mutation cache. */
  readonly listeners: Set<() => void>;
} = { listeners: /* @__PURE__ */ new Set() };

/** Calls a listener when pending writes may have changed. Returns a function that unsubscribes. */
export function subscribeToPendingWrites(mutations: MutationCache, listener: () => void): () => void {
  const unsubscribe = mutations.subscribe(listener);
  optimisticUpdates.listeners.add(listener);
  return () => {
    unsubscribe();
    optimisticUpdates.listeners.delete(listener);
  };
}
