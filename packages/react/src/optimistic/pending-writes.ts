import type { MutationCache, QueryKey } from "@tanstack/react-query";
import type { PendingWritesReader } from "./types.ts";

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

/** The signal of the latest fetch of each query, by the `queryKey` array that its query function receives. */
export const fetchSignals: WeakMap<QueryKey, AbortSignal> = new WeakMap();
