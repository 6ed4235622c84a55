import {
  notifyManager,
  type MutationCacheNotifyEvent,
  type Query,
  type QueryCacheNotifyEvent,
  type QueryClient,
} from "@tanstack/react-query";
import { CoveredQuery, type QueryAction } from "./optimistic-query.ts";
import type { Layer } from "./pending-update.ts";

const overlays = new WeakMap<QueryClient, Overlay>();

/** The overlay of a query client; there is one for each. */
export function overlayOf(queryClient: QueryClient): Overlay {
  const known = overlays.get(queryClient);
  if (known) return known;
  const overlay = new Overlay(queryClient);
  overlays.set(queryClient, overlay);
  return overlay;
}

/**
 * Lays writes under way over a query client's answers. It listens to the caches for as long as there are any, and until
 * the fetches that began under one have ended, so that an answer that arrives meanwhile is shown with them too.
 */
class Overlay {
  readonly #queryClient: QueryClient;
  readonly #queries = new Map<Query, CoveredQuery>();
  readonly #pending = new Set<Layer>();
  /** Counts events, to tell which of two came first. */
  #now = 0;
  /** The states that are the overlay's own doing. */
  readonly #own = new WeakSet<object>();
  #stop: (() => void) | undefined;

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  /** Shows a write. */
  add(layer: Layer): void {
    const cache = this.#queryClient.getQueryCache();
    this.#pending.add(layer);
    this.#stop ??= this.#listen();
    notifyManager.batch(() => {
      for (const query of cache.getAll()) {
        if (!layer.covers(query)) continue;
        const covered = this.#queries.get(query) ?? new CoveredQuery(query);
        this.#queries.set(query, covered);
        covered.add(layer);
        this.#show(query, covered);
      }
    });
  }

  /** The write succeeded. It is shown until answers have it that were asked for after this. */
  done(layer: Layer): void {
    if (!this.#pending.delete(layer)) return;
    this.#now += 1;
    layer.doneAt = this.#now;
    this.#showAll();
  }

  /** The write failed, or will never be sent: it is shown no longer. */
  undo(layer: Layer): void {
    if (!this.#pending.delete(layer)) return;
    for (const [{ queryKey }, covered] of this.#queries) {
      // There is no telling what the data would be without it: ask.
      if (covered.remove(layer)) void this.#queryClient.invalidateQueries({ queryKey, exact: true });
    }
    this.#showAll();
  }

  #showAll(): void {
    notifyManager.batch(() => {
      for (const [query, covered] of this.#queries) this.#show(query, covered);
    });
    this.#rest();
  }

  #show(query: Query, covered: CoveredQuery): void {
    const { shown } = covered;
    if (shown !== query.state.data) {
      // Only the data: it is as old, as stale and as much being fetched as it was.
      const state = { data: shown };
      this.#own.add(state);
      query.setState(state);
    }
    covered.fold();
    if (covered.isUncovered) this.#queries.delete(query);
  }

  #follow(event: QueryCacheNotifyEvent): void {
    const { query, type } = event;
    if (type === "removed") this.#queries.delete(query);
    else if (type === "added") this.#cover(query);
    // Observers tell what they have of an answer before the answer is told of: showing then what was known would overwrite it.
    else if (type !== "updated" || this.#isOwn(event.action)) return;
    const covered = this.#queries.get(query);
    if (covered && type === "updated") {
      this.#now += 1;
      covered.follow(event.action, this.#now);
    }
    if (covered) this.#show(query, covered);
    this.#rest();
  }

  #isOwn(action: QueryAction): boolean {
    return action.type === "setState" && this.#own.has(action.state);
  }

  /** A query that was not there when the writes began. */
  #cover(query: Query): void {
    const covered = new CoveredQuery(query);
    for (const layer of this.#pending) if (layer.covers(query)) covered.add(layer);
    if (!covered.isUncovered) this.#queries.set(query, covered);
  }

  /** Learns of an end that no callback told: other callbacks took their place, or the write waits and was removed, so it is never sent. */
  #followWrite({ type, mutation }: MutationCacheNotifyEvent): void {
    const layer = [...this.#pending].find((one) => one.mutation === mutation);
    if (!layer) return;
    const { status, isPaused } = layer.mutation.state;
    const isRemoved = type === "removed" || !this.#queryClient.getMutationCache().getAll().includes(layer.mutation);
    if (status === "success") this.done(layer);
    if (status === "error" || (isPaused && isRemoved)) this.undo(layer);
  }

  #listen(): () => void {
    const stopQueries = this.#queryClient.getQueryCache().subscribe((event) => this.#follow(event));
    const stopWrites = this.#queryClient.getMutationCache().subscribe((event) => this.#followWrite(event));
    return () => {
      stopQueries();
      stopWrites();
    };
  }

  /** Stops listening when nothing is left to be shown. */
  #rest(): void {
    if (this.#pending.size > 0 || this.#queries.size > 0) return;
    this.#stop?.();
    this.#stop = undefined;
  }
}
