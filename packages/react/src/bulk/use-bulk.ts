import { InputError, type BulkOperationId, type Operation } from "@segment-iam/client";
import { bulk, type BulkOptions, type BulkReport, type ListItemOf } from "@segment-iam/helpers/bulk";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useIamClient } from "../iam-provider.tsx";
import { updateCacheAfterBulk, type InvalidateAfterBulk } from "../invalidation/update-cache-after-bulk.ts";
import { BulkStore, idle, retainStore, sharedStore, type BulkState } from "./bulk-store.ts";

/** The options of `useBulk`: those of `bulk()`, and the following. */
export interface UseBulkOptions<Item> extends Omit<BulkOptions, "signal" | "onProgress" | "clock"> {
  /**
   * Names the run. A named run continues when the component unmounts. Components with the same client, operation and `id` share the run
   * and its result until `reset`. A run without a name belongs to its component and is aborted when the component unmounts.
   */
  readonly id?: string | undefined;
  /**
   * Returns the filters of the queries to invalidate when the run ends; `false` invalidates nothing. If the function throws, the error
   * is logged and nothing is invalidated.
   *
   * @default one filter for the queries that the operation affects, if at least one item may have changed
   */
  readonly invalidate?: InvalidateAfterBulk<Item> | false | undefined;
}

/** The actions of `useBulk`. Their identity is stable. All but `start` can be passed as event handlers. */
export interface BulkActions<Item> {
  /**
   * Starts a run and resolves to its report, even if items fail.
   *
   * The status changes to `"running"` synchronously, so that a button disabled by the status cannot be clicked twice.
   *
   * @throws {InputError} if another run has not ended, or if the list is a string or not iterable.
   */
  readonly start: (list: Iterable<Item> & object) => Promise<BulkReport<Item>>;
  /** Sends no further request until `resume`. The request in flight completes. */
  readonly pause: () => void;
  /** Continues after `pause`. */
  readonly resume: () => void;
  /** Ends the run after the request in flight. `result` lists the items that were not attempted. */
  readonly stop: () => void;
  /** Ends the run at once. Items of a request in flight are in `result.unknown`, because that request may have been executed. */
  readonly abort: () => void;
  /** Drops the run and its result, so that the status is `"idle"`. Aborts the run if it is in progress. */
  readonly reset: () => void;
}

/** The state and the actions of a bulk run. */
export type UseBulkResult<Item> = BulkState<Item> & BulkActions<Item>;

/**
 * Runs an operation for a list of any length.
 *
 * The list is split by item count and URL length. A request that the API rejects is halved repeatedly until the invalid item is found.
 * Progress renders at most once a frame. TanStack Query does not retry these calls: give the client `retry()` and `rateLimit()`.
 * The queries that the operation affects are invalidated when the run ends.
 *
 * @param ownQueryClient replaces the provider's query client
 * @throws {ConfigError} outside an `IamProvider`.
 * @example
 * const removal = useBulk(deleteUsers);
 * <button disabled={removal.progress && !removal.result} onClick={() => removal.start(userIds)}>Remove</button>
 * {removal.progress && <progress value={removal.progress.done} max={removal.progress.total} />}
 */
export function useBulk<Id extends BulkOperationId>(
  operation: Operation<Id>,
  options: UseBulkOptions<ListItemOf<Id>> = {},
  ownQueryClient?: QueryClient,
): UseBulkResult<ListItemOf<Id>> {
  const client = useIamClient();
  const queryClient = useQueryClient(ownQueryClient);
  const key = options.id === undefined ? undefined : `${operation.id} ${options.id}`;
  const store = useMemo(
    () => (key === undefined ? new BulkStore<ListItemOf<Id>>() : sharedStore<ListItemOf<Id>>(client, key)),
    [client, key],
  );

  const latestOptions = useRef(options);
  useEffect(() => {
    latestOptions.current = options;
  });

  const actions = useMemo(
    (): BulkActions<ListItemOf<Id>> => ({
      async start(list) {
        const { id: _, invalidate, ...bulkOptions } = latestOptions.current;
        if (store.isBusy)
          throw new InputError(
            operation.id,
            String(operation.bulkField),
            "was not sent, because another run has not ended. Wait for its result, or call reset() to abort it",
          );
        const result = await store.track(bulk(operation, client, list, bulkOptions));
        updateCacheAfterBulk(queryClient, operation, client, result, invalidate);
        return result;
      },
      pause: store.pause,
      resume: store.resume,
      stop: store.stop,
      abort: store.abort,
      reset: store.reset,
    }),
    [operation, client, queryClient, store],
  );
  const state = useSyncExternalStore(store.subscribe, store.state, () => idle);
  // Placed after the subscription, so that React unsubscribes before this cleanup runs.
  useEffect(() => (key === undefined ? store.reset : retainStore(client, key, store)), [client, key, store]);
  return { ...state, ...actions };
}
