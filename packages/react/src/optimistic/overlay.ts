import { notifyManager, type Query, type QueryCacheNotifyEvent, type QueryClient } from "@tanstack/react-query";
import { CoveredQuery } from "./covered-query.ts";
import type { Layer } from "./layer.ts";

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
 * Lays writes under way over a query client's answers. It listens to the cache for as long as there are any, so that
 * an answer that arrives meanwhile is shown with them too.
 */
class Overlay {
  readonly #queryClient: QueryClient;
  readonly #queries = new Map<Query, CoveredQuery>();
  readonly #pending = new Set<Layer>();
  /** Counts events, to tell which of two came first. */
  #now = 0;
  #isShowing = false;
  #stop: (() => void) | undefined;

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  /** Shows a write. */
  add(layer: Layer): void {
    const cache = this.#queryClient.getQueryCache();
    this.#pending.add(layer);
    this.#stop ??= cache.subscribe((event) => this.#follow(event));
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
    this.#now += 1;
    layer.doneAt = this.#now;
    this.#pending.delete(layer);
    this.#showAll();
  }

  /** The write failed: it is shown no longer. */
  undo(layer: Layer): void {
    this.#pending.delete(layer);
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
      this.#isShowing = true;
      // Only the data: it is as old, as stale and as much being fetched as it was.
      query.setState({ data: shown });
      this.#isShowing = false;
    }
    covered.fold();
    if (covered.isUncovered) this.#queries.delete(query);
  }

  #follow(event: QueryCacheNotifyEvent): void {
    if (this.#isShowing) return;
    const { query, type } = event;
    if (type === "removed") this.#queries.delete(query);
    if (type === "added") this.#cover(query);
    const covered = this.#queries.get(query);
    if (covered && type === "updated") {
      const { action } = event;
      if (action.type === "fetch") {
        this.#now += 1;
        covered.fetchStarted(this.#now);
      }
      if (action.type === "success") {
        if (action.manual) covered.set();
        else covered.fetched();
      }
      if (action.type === "setState") covered.replaced();
    }
    if (covered) this.#show(query, covered);
    this.#rest();
  }

  /** A query that was not there when the writes began. */
  #cover(query: Query): void {
    const covered = new CoveredQuery(query);
    for (const layer of this.#pending) if (layer.covers(query)) covered.add(layer);
    if (!covered.isUncovered) this.#queries.set(query, covered);
  }

  /** Stops listening when nothing is left to be shown. */
  #rest(): void {
    if (this.#pending.size > 0 || this.#queries.size > 0) return;
    this.#stop?.();
    this.#stop = undefined;
  }
}
