import { notifyManager, type QueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { optimisticUpdates, subscribeToPendingWrites, type SelectOptions } from "./pending-writes.ts";

/**
 * Adds the pending optimistic writes to a query's `select`. Renders when a write that affects the query starts or ends.
 *
 * Returns the same options if there is no such write.
 */
export function usePendingWrites<Options extends SelectOptions>(options: Options, queryClient: QueryClient): Options {
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
