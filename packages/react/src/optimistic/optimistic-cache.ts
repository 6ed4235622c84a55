import {
  notifyManager,
  type MutationCacheNotifyEvent,
  type Query,
  type QueryCacheNotifyEvent,
  type QueryClient,
} from "@tanstack/react-query";
import { serverDataReaders } from "../invalidation/partial-refetch.ts";
import { OptimisticQuery } from "./optimistic-query.ts";
import type { PendingUpdate } from "./pending-update.ts";

const caches = new WeakMap<QueryClient, OptimisticCache>();

/** Returns the optimistic cache of a query client. There is one for each. */
export function optimisticCacheOf(queryClient: QueryClient): OptimisticCache {
  const known = caches.get(queryClient);
  if (known) return known;
  const cache = new OptimisticCache(queryClient);
  caches.set(queryClient, cache);
  return cache;
}

/**
 * Shows the pending updates of mutations in a query client's cache.
 *
 * How it works:
 *
 * 1. **Start.** The `onMutate` of `createOptimisticUpdate` turns a mutation into a `PendingUpdate` and adds it here. From then on this class
 *    is subscribed to the query cache and the mutation cache.
 * 2. **Display.** An `OptimisticQuery` keeps two things for each affected query: the server data, and the updates which that data does
 *    not contain yet. The displayed data is the server data with these updates applied in order. It is written to the cache with
 *    `query.setState({ data })`, so that the query's age, staleness and fetch status do not change.
 * 3. **Fetches.** When a fetch returns new server data, the updates that this data does not contain are applied to it. Fetched data
 *    contains an update if the fetch started after the mutation succeeded. Events are numbered to compare their order.
 * 4. **Success.** The update stays displayed until fetched data contains it. It is merged into the server data at once, unless a
 *    fetch is in flight whose data may not contain it.
 * 5. **Failure.** The update is removed and the displayed data is computed without it. Other updates are not affected.
 * 6. **End.** When no update is pending and no query is tracked, this class unsubscribes from both caches.
 *
 * If other code calls `setQueryData` on a query with pending updates, the new data becomes the server data and contains those updates. A
 * failed update cannot be removed from that data, so its failure invalidates the query.
 */
class OptimisticCache {
  readonly #queryClient: QueryClient;
  readonly #queries = new Map<Query, OptimisticQuery>();
  /** The updates whose mutations have not ended. New queries need them too. */
  readonly #pending = new Set<PendingUpdate>();
  /** The number of the latest event. */
  #now = 0;
  /** The states that this class has set. Their events are ignored. */
  readonly #ownStates = new WeakSet<object>();
  #unsubscribe: (() => void) | undefined;

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
    serverDataReaders.set(queryClient, (query) => {
      const tracked = this.#queries.get(query);
      return tracked ? tracked.confirmedData : query.state.data;
    });
  }

  /** Displays an update in all queries that it affects. */
  add(update: PendingUpdate): void {
    this.#pending.add(update);
    this.#unsubscribe ??= this.#subscribe();
    notifyManager.batch(() => {
      for (const query of this.#queryClient.getQueryCache().getAll()) {
        if (!update.affects(query)) continue;
        const tracked = this.#queries.get(query) ?? new OptimisticQuery(query);
        this.#queries.set(query, tracked);
        tracked.add(update);
        this.#display(query, tracked);
      }
    });
  }

  /** Confirms an update: its mutation has succeeded. */
  confirm(update: PendingUpdate): void {
    if (!this.#pending.delete(update)) return;
    this.#now += 1;
    update.confirmedAt = this.#now;
    this.#displayAll();
  }

  /** Removes an update: its mutation has failed, or will never be sent. */
  rollBack(update: PendingUpdate): void {
    if (!this.#pending.delete(update)) return;
    for (const [{ queryKey }, tracked] of this.#queries) {
      const isInData = tracked.remove(update);
      if (isInData) void this.#queryClient.invalidateQueries({ queryKey, exact: true });
    }
    this.#displayAll();
  }

  #displayAll(): void {
    notifyManager.batch(() => {
      for (const [query, tracked] of this.#queries) this.#display(query, tracked);
    });
    this.#unsubscribeIfIdle();
  }

  #display(query: Query, tracked: OptimisticQuery): void {
    const { displayedData: data } = tracked;
    if (data !== query.state.data) {
      const state = { data };
      this.#ownStates.add(state);
      query.setState(state);
    }
    tracked.mergeConfirmed();
    if (tracked.isIdle) this.#queries.delete(query);
  }

  #subscribe(): () => void {
    const unsubscribeQueries = this.#queryClient.getQueryCache().subscribe((event) => this.#onQueryEvent(event));
    const unsubscribeMutations = this.#queryClient
      .getMutationCache()
      .subscribe((event) => this.#onMutationEvent(event));
    return () => {
      unsubscribeQueries();
      unsubscribeMutations();
    };
  }

  #unsubscribeIfIdle(): void {
    if (this.#pending.size > 0 || this.#queries.size > 0) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #onQueryEvent(event: QueryCacheNotifyEvent): void {
    const { query, type } = event;
    if (type === "removed") this.#queries.delete(query);
    else if (type === "added") this.#track(query);
    // Observer events come before the "updated" event of the same data. Displaying updates on observer events would overwrite the data.
    else if (type !== "updated" || (event.action.type === "setState" && this.#ownStates.has(event.action.state)))
      return;
    const tracked = this.#queries.get(query);
    if (tracked && type === "updated") {
      this.#now += 1;
      tracked.onAction(event.action, this.#now);
    }
    if (tracked) this.#display(query, tracked);
    this.#unsubscribeIfIdle();
  }

  /** Applies the pending updates to a query that is created after they started. */
  #track(query: Query): void {
    const tracked = new OptimisticQuery(query);
    for (const update of this.#pending) if (update.affects(query)) tracked.add(update);
    if (!tracked.isIdle) this.#queries.set(query, tracked);
  }

  /**
   * Detects the end of a mutation whose callbacks do not run. Either other code replaced the callbacks, or the mutation was removed from
   * the cache while it was paused, so that it is never sent.
   */
  #onMutationEvent({ type, mutation }: MutationCacheNotifyEvent): void {
    const update = [...this.#pending].find((one) => one.mutation === mutation);
    if (!update) return;
    const { status, isPaused } = update.mutation.state;
    const isRemoved = type === "removed" || !this.#queryClient.getMutationCache().getAll().includes(update.mutation);
    if (status === "success") this.confirm(update);
    if (status === "error" || (isPaused && isRemoved)) this.rollBack(update);
  }
}
