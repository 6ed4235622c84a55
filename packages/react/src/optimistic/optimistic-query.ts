import { replaceEqualDeep, type InfiniteData, type Query, type QueryCacheNotifyEvent } from "@tanstack/react-query";
import type { Layer } from "./pending-update.ts";
import { withNewPage } from "./add-fetched-page.ts";

/** What can happen to a query. */
export type QueryAction = Extract<QueryCacheNotifyEvent, { type: "updated" }>["action"];

/**
 * One query under writes: what the server is known to have answered, and the writes laid over it, the oldest first.
 *
 * What is shown is computed from these two each time, so taking one write away leaves the others as they are.
 */
export class CoveredQuery {
  readonly #query: Query;
  /** The data without the layers. */
  #base: unknown;
  /** What is shown, kept so that a re-computation with the same outcome is the same object. */
  #shown: unknown;
  /** The data that TanStack Query goes back to when the fetch under way is cancelled. It was shown, so it may have writes in it. */
  #kept: unknown;
  #layers: readonly Layer[] = [];
  /** The writes that were shown when somebody else set the data: they are part of the base now. */
  readonly #blended = new Set<Layer>();
  /** When the fetch under way, or the last one, began. 0 when it is not known: before everything that is. */
  #fetchedAt = 0;

  constructor(query: Query) {
    this.#query = query;
    this.#base = query.state.data;
    this.#shown = this.#base;
    this.#kept = this.#base;
  }

  /** The data with all layers, structurally shared with what was shown before. */
  get shown(): unknown {
    const data = this.#layers.reduce((data, layer) => layer.apply(this.#query, data), this.#base);
    this.#shown = replaceEqualDeep(this.#shown, data);
    return this.#shown;
  }

  /**
   * Whether the query can be left to itself. Not during a fetch, even without a layer: TanStack Query adds the page it fetches to
   * the data that the fetch began with, or goes back to that when it is cancelled, and a write taken away since would be back.
   */
  get isUncovered(): boolean {
    return this.#layers.length === 0 && this.#query.state.fetchStatus === "idle";
  }

  add(layer: Layer): void {
    this.#layers = [...this.#layers, layer];
  }

  /** Takes a write away again; answers whether it is still in the data, for somebody else built on it. */
  remove(layer: Layer): boolean {
    this.#layers = this.#layers.filter((other) => other !== layer);
    return this.#blended.delete(layer);
  }

  /** Learns from what happened to the query at that time. */
  follow(action: QueryAction, now: number): void {
    const { data } = this.#query.state;
    if (action.type === "setState") {
      if (data !== this.#shown) this.#replaced();
    } else if (action.type === "fetch") {
      this.#fetchedAt = now;
      this.#kept = data;
    } else if (action.type === "success" && action.data === data) {
      // Other data would have been set by who heard of this answer before; that was followed already.
      if (action.manual) this.#set();
      else this.#fetched();
    }
  }

  /** Makes the oldest writes part of the base once they are done, unless an answer may be on its way that lacks them. */
  fold(): void {
    const isFetching = this.#query.state.fetchStatus !== "idle";
    for (const layer of this.#layers) {
      if (layer.doneAt === undefined || (isFetching && this.#fetchedAt < layer.doneAt)) return;
      this.#base = layer.apply(this.#query, this.#base);
      this.remove(layer);
    }
  }

  /** An answer arrived. It has the writes that were done before it was asked for; the others are laid over it. */
  #fetched(): void {
    const { data, fetchMeta } = this.#query.state;
    const direction = fetchMeta?.fetchMore?.direction;
    const had = this.#layers.filter(({ doneAt = Infinity }) => doneAt <= this.#fetchedAt);
    if (direction && this.#base !== undefined) {
      const update = (list: Pages) => had.reduce((list, layer) => layer.apply(this.#query, list) as Pages, list);
      this.#base = withNewPage(this.#base as Pages, data as Pages, direction === "backward", update);
    } else {
      this.#base = data;
      this.#blended.clear();
    }
    this.#layers = this.#layers.filter((layer) => !had.includes(layer));
    this.#kept = undefined;
  }

  /** Somebody else set the data, having seen what was shown. */
  #set(): void {
    this.#base = this.#query.state.data;
    for (const layer of this.#layers) this.#blended.add(layer);
  }

  /** The state was replaced: by a newer one, or by what there was before a fetch that was cancelled, which changes nothing here. */
  #replaced(): void {
    const { data } = this.#query.state;
    if (data === undefined || data !== this.#kept) this.#set();
  }
}

type Pages = InfiniteData<unknown>;
