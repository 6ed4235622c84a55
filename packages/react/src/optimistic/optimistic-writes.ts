import {
  hashKey,
  notifyManager,
  type Mutation,
  type Query,
  type QueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { changeCachedPages, changePages } from "../invalidation/change-pages.ts";
import { fetchSignals, optimisticUpdates } from "./pending-writes.ts";
import type { PendingWrites, SelectOptions, Write } from "./types.ts";

/**
 * The functions that create a write from its variables, by the `mutationFn` of the mutation. This also works for mutations restored from
 * storage, because they get their `mutationFn` from the mutation defaults.
 */
export const writeCreators: WeakMap<object, (variables: unknown) => Write> = new WeakMap();

/** A write and its state. */
interface Entry {
  readonly id: number;
  readonly mutation: Mutation;
  readonly write: Write;
  /** Whether the response has arrived. */
  isConfirmed: boolean;
  /** The data of the response. */
  data: unknown;
  /** Whether the affected queries were refetched after the response arrived. */
  isRefetched: boolean;
  /** The queries that were fetching when the response arrived, with the signals of these fetches. A query is removed when its fetch ends. */
  readonly fetching: Map<Query, AbortSignal | undefined>;
}

const allWrites = new WeakMap<QueryClient, OptimisticWrites>();

/** Returns the optimistic writes of a query client, including those of mutations that have just started. */
export function optimisticWritesOf(queryClient: QueryClient): PendingWrites {
  const writes = allWrites.get(queryClient) ?? new OptimisticWrites(queryClient);
  allWrites.set(queryClient, writes);
  writes.update();
  return writes;
}

/**
 * The optimistic writes of a query client.
 *
 * The cache contains the server's data with the confirmed writes. The `select` that `selectOf` returns adds the other writes:
 *
 * 1. **Pending.** A write is pending while its mutation is pending. A failed write needs no rollback, because the cache never contained it.
 * 2. **Confirmed.** When the response of a write arrives, `confirm` adds the write to the cached data.
 * 3. **Outdated fetches.** A fetch in flight at that time may replace the cached data with data that lacks the write. Until the fetch
 *    ends, `select` also adds the write. When the fetch ends, the write is added to the cached data again, unless another fetch has
 *    replaced the outdated one, as after an invalidation.
 *
 * Writes apply in the order in which they started. If an earlier write is pending, `select` applies a confirmed write again after it,
 * until the queries of the confirmed write are refetched.
 */
class OptimisticWrites implements PendingWrites {
  readonly #queryClient: QueryClient;
  /** The oldest write is first. */
  #entries: readonly Entry[] = [];
  #latestId = 0;
  /** Caches the results of `selectOf` by query key and writes, then by the query's own `select`. */
  readonly #selects = new Map<string, WeakMap<object, (data: unknown) => unknown>>();
  #unsubscribe: (() => void) | undefined;

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  selectOf({ queryKey, select }: SelectOptions): ((data: unknown) => unknown) | undefined {
    const ids = this.#affecting(queryKey).map(({ id }) => id);
    if (ids.length === 0) return undefined;
    const key = hashKey([queryKey, ids]);
    const selects = this.#selects.get(key) ?? new WeakMap();
    this.#selects.set(key, selects);
    const known = selects.get(select ?? this);
    if (known) return known;
    const patched = (data: unknown): unknown => {
      const changed = this.#apply(queryKey, data);
      return select ? select(changed as never) : changed;
    };
    selects.set(select ?? this, patched);
    return patched;
  }

  confirm(operationId: string, variables: unknown, data: unknown): () => void {
    // Writes with the same variables have the same effect, so it does not matter which of them is marked.
    const entry = this.#entries.find(
      ({ write, isConfirmed }) => write.operationId === operationId && write.variables === variables && !isConfirmed,
    );
    if (!entry) return () => {};
    Object.assign(entry, { data, isConfirmed: true });
    const predicate = ({ queryKey }: Query) => entry.write.affects(queryKey);
    const queries = this.#queryClient.getQueryCache().findAll({ predicate });
    notifyManager.batch(() => {
      for (const query of queries) {
        if (query.state.fetchStatus !== "idle") entry.fetching.set(query, signalOf(query));
        this.#addToCache(query, entry);
      }
    });
    if (entry.fetching.size > 0) this.#unsubscribe ??= this.#subscribe();
    this.#notify();
    return () => {
      entry.isRefetched = true;
      this.#notify();
    };
  }

  /** Adds the mutations that have started, and removes those that have ended. */
  update(): void {
    const mutations = new Set(this.#queryClient.getMutationCache().getAll());
    const remaining = this.#entries.filter(
      ({ isConfirmed, mutation }) =>
        // A paused mutation that was removed from the cache is never sent.
        isConfirmed || (isPending(mutation) && (mutations.has(mutation) || !mutation.state.isPaused)),
    );
    const firstOpen = remaining.findIndex(({ mutation, fetching }) => isPending(mutation) || fetching.size > 0);
    const entries = firstOpen < 0 ? [] : remaining.slice(firstOpen);
    const known = new Set(entries.map(({ mutation }) => mutation));
    for (const mutation of mutations) {
      if (!isPending(mutation) || known.has(mutation)) continue;
      const write = writeCreators.get(mutation.options.mutationFn ?? {})?.(mutation.state.variables);
      if (!write) continue;
      this.#latestId += 1;
      const state = { isConfirmed: false, data: undefined, isRefetched: false, fetching: new Map() };
      entries.push({ id: this.#latestId, mutation, write, ...state });
    }
    this.#entries = entries;
    if (entries.length === 0) this.#selects.clear();
  }

  /** Returns a query's data with the writes that affect it now. They may have changed since the `select` was created. */
  #apply(queryKey: QueryKey, data: unknown): unknown {
    this.update();
    return this.#affecting(queryKey).reduce(
      (data, { write, data: response }) =>
        changePages(queryKey, data, (pages) => write.patch(queryKey, pages, response)),
      data,
    );
  }

  /** Returns the writes that `select` applies to a query: the first write that the cached data may lack, and later writes. */
  #affecting(queryKey: QueryKey): readonly Entry[] {
    const entries = this.#entries.filter(({ write }) => write.affects(queryKey));
    if (!entries.some(({ isConfirmed }) => isConfirmed)) return entries;
    const query = this.#queryClient.getQueryCache().find({ queryKey, exact: true });
    const isInData = ({ isConfirmed, fetching }: Entry) => isConfirmed && !(query && fetching.has(query));
    const first = entries.findIndex((entry) => !isInData(entry));
    return entries.filter((entry, at) => !isInData(entry) || (first >= 0 && at > first && !entry.isRefetched));
  }

  /** Adds a confirmed write to the cached data. Adds later writes again, because writes apply in the order in which they started. */
  #addToCache(query: Query, entry: Entry): void {
    const { queryKey } = query;
    const later = this.#entries
      .slice(this.#entries.indexOf(entry) + 1)
      .filter(({ isConfirmed, isRefetched, write }) => isConfirmed && !isRefetched && write.affects(queryKey));
    changeCachedPages(this.#queryClient, query, (pages) =>
      [entry, ...later].reduce((pages, { write, data }) => write.patch(queryKey, pages, data), pages),
    );
  }

  #subscribe(): () => void {
    return this.#queryClient.getQueryCache().subscribe(({ type, query }) => {
      if (type === "removed" || query.state.fetchStatus === "idle") this.#endFetch(query, type === "removed");
    });
  }

  #endFetch(query: Query, isRemoved: boolean): void {
    for (const entry of this.#entries) {
      const signal = entry.fetching.get(query);
      if (!entry.fetching.delete(query)) continue;
      // The signal is aborted if another fetch has replaced the outdated one.
      if (!isRemoved && !signal?.aborted) this.#addToCache(query, entry);
      this.#notify();
    }
    if (this.#entries.some(({ fetching }) => fetching.size > 0)) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #notify(): void {
    for (const listener of optimisticUpdates.listeners) listener();
  }
}

function isPending({ state }: Mutation): boolean {
  return state.status === "pending";
}

/** Returns the signal of a query's fetch in flight; `undefined` if it is unknown because the fetch is paused and has sent no request. */
function signalOf({ queryKey }: Query): AbortSignal | undefined {
  const latest = fetchSignals.get(queryKey);
  // An aborted signal belongs to an earlier fetch.
  return latest?.aborted ? undefined : latest;
}
