import { InputError, type BulkOperationId, type Operation } from "@segment-iam/client";
import { bulk, type BulkOptions, type BulkReport, type ListItemOf } from "@segment-iam/helpers/bulk";
import { useQueryClient, type InvalidateQueryFilters } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { queriesToInvalidate } from "../query/queries-to-invalidate.ts";
import type { VariablesOf } from "../query/types.ts";
import { useIamClient } from "../use-iam-client.ts";
import { idle, type BulkState } from "./bulk-state.ts";
import { BulkStore } from "./bulk-store.ts";
import { keepStore, sharedStore } from "./shared-store.ts";

/** How `useBulk` works through a list, and what each call is made with. */
export interface UseBulkOptions<Item> extends Omit<BulkOptions, "signal" | "onProgress" | "clock"> {
  /**
   * A name for the run. With one, it goes on when the component is unmounted, and every component below the same client that names
   * it sees it and its result, until `reset`. Without one, the run is the component's, and is aborted with it.
   */
  readonly id?: string | undefined;
  /**
   * Another choice of what the run invalidates once it has ended, or `false` for nothing. What it throws goes to the console, and
   * nothing is invalidated.
   *
   * @default the reads that the operation makes stale, in one call, unless nothing was done
   */
  readonly invalidate?:
    | ((auto: InvalidateQueryFilters, result: BulkReport<Item>) => InvalidateQueryFilters | false)
    | false
    | undefined;
}

/** What is done with bulk work. Each stays the same function, and each but `start` can be an event handler as it is. */
export interface BulkActions<Item> {
  /**
   * Starts on a list; answers with what became of each item, and never rejects because of one.
   *
   * It shows at once, and not with the next frame: a button that is disabled during a run is not clicked twice.
   *
   * @throws {InputError} while another run is under way, paused ones included, and when the list is a single string.
   */
  start(list: Iterable<Item> & object): Promise<BulkReport<Item>>;
  /** Sends no further request until `resume`. The one under way is finished. */
  pause(): void;
  /** Goes on after `pause`. */
  resume(): void;
  /** Ends the run early. What was done stays done; `result` says what was not tried. */
  abort(): void;
  /** Forgets the run and its result, so that the status is `"idle"`. One under way is aborted. */
  reset(): void;
}

/** Bulk work, as a component sees it. */
export type UseBulkResult<Item> = BulkState<Item> & BulkActions<Item>;

/**
 * Carries an operation out for a list of any length: `start`, `progress`, `pause`, `resume`, `abort`, `result`.
 *
 * The list is split by count and by length of the URL, and a request that the API refuses is halved until the item at fault stands
 * alone. However fast it goes, its progress renders once a frame at most. Give the client `retry()` and `rateLimit()`: TanStack
 * Query plays no part in these calls, but what they made stale is fetched again when the run has ended.
 *
 * @throws {ConfigError} outside a provider.
 * @example
 * const removal = useBulk(deleteUsers);
 * <button disabled={removal.progress && !removal.result} onClick={() => removal.start(userIds)}>Remove</button>
 * {removal.progress && <progress value={removal.progress.done} max={removal.progress.total} />}
 */
export function useBulk<Id extends BulkOperationId>(
  operation: Operation<Id>,
  options: UseBulkOptions<ListItemOf<Id>> = {},
): UseBulkResult<ListItemOf<Id>> {
  const client = useIamClient();
  const queryClient = useQueryClient();
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
        const name = String(operation.list);
        if (store.isBusy)
          throw new InputError(
            operation.id,
            name,
            "came while another run is under way; wait for its result, or reset it",
          );
        const result = await store.follow(bulk(operation, client, list, bulkOptions));
        const { succeeded, unknown } = result;
        if (invalidate === false || succeeded.length + unknown.length === 0) return result;
        // The list is all that the operation takes, and so its variables.
        const variables: object = { [name]: succeeded };
        const auto = queriesToInvalidate(operation, client, variables as VariablesOf<Id>);
        try {
          const filters = invalidate ? invalidate(auto, result) : auto;
          if (filters) void queryClient.invalidateQueries(filters);
        } catch (error) {
          // What is done is done: nobody may lose the report.
          console.error(error);
        }
        return result;
      },
      pause: store.pause,
      resume: store.resume,
      abort: store.abort,
      reset: store.reset,
    }),
    [operation, client, queryClient, store],
  );
  const state = useSyncExternalStore(store.subscribe, store.state, () => idle);
  // After the subscription, so that it is over when this is.
  useEffect(() => (key === undefined ? store.reset : keepStore(client, key, store)), [client, key, store]);
  return { ...state, ...actions };
}
