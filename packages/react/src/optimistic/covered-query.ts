import { replaceEqualDeep, type InfiniteData, type Query } from "@tanstack/react-query";
import type { Layer } from "./layer.ts";

/**
 * One query under writes: what the server is known to have answered, and the writes laid over it, the oldest first.
 *
 * What is shown is computed from these two each time, so taking one write away leaves the others as they are.
 */
export class CoveredQuery {
  readonly #query: Query;
  /** The data without the layers. */
  #base: unknown;
  /** When the base was fetched, as TanStack Query knows it. */
  #baseAtMs: number;
  /** What is shown, kept so that a re-computation with the same outcome is the same object. */
  #shown: unknown;
  #layers: readonly Layer[] = [];
  /** The writes that were shown when somebody else set the data: they are part of the base now. */
  readonly #blended = new Set<Layer>();
  /** When the fetch under way, or the last one, began. 0 when it is not known: before everything that is. */
  #fetchedAt = 0;

  constructor(query: Query) {
    this.#query = query;
    this.#base = query.state.data;
    this.#baseAtMs = query.state.dataUpdatedAt;
    this.#shown = this.#base;
  }

  /** The data with all layers, structurally shared with what was shown before. */
  get shown(): unknown {
    const data = this.#layers.reduce((data, layer) => layer.apply(this.#query, data), this.#base);
    this.#shown = replaceEqualDeep(this.#shown, data);
    return this.#shown;
  }

  get isUncovered(): boolean {
    return this.#layers.length === 0;
  }

  add(layer: Layer): void {
    this.#layers = [...this.#layers, layer];
  }

  /** Takes a write away again; answers whether it is still in the data, for somebody else built on it. */
  remove(layer: Layer): boolean {
    this.#layers = this.#layers.filter((other) => other !== layer);
    return this.#blended.delete(layer);
  }

  /** A fetch begins. What was done before is in its answer. */
  fetchStarted(now: number): void {
    this.#fetchedAt = now;
  }

  /** An answer arrived. It has the writes that were done before it was asked for; the others are laid over it. */
  fetched(): void {
    const { data, dataUpdatedAt, fetchMeta } = this.#query.state;
    const direction = fetchMeta?.fetchMore?.direction;
    this.#baseAtMs = dataUpdatedAt;
    if (direction && this.#base !== undefined) {
      this.#base = withNewPage(this.#base as Pages, data as Pages, direction === "backward");
    } else {
      this.#base = data;
      this.#layers = this.#layers.filter(({ doneAt = Infinity }) => doneAt > this.#fetchedAt);
    }
  }

  /** Somebody else set the data, having seen what was shown. */
  set(): void {
    const { data, dataUpdatedAt } = this.#query.state;
    this.#base = data;
    this.#baseAtMs = dataUpdatedAt;
    for (const layer of this.#layers) this.#blended.add(layer);
  }

  /** The state was replaced: by a newer one, or by an older one when a fetch was cancelled, which changes nothing here. */
  replaced(): void {
    const { data, dataUpdatedAt } = this.#query.state;
    if (data === undefined) this.#base = data;
    else if (dataUpdatedAt > this.#baseAtMs) this.set();
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
}

type Pages = InfiniteData<unknown>;

/** Adds a page that was fetched to a list, the way TanStack Query did: beside the pages shown, within `maxPages`. */
function withNewPage(base: Pages, fetched: Pages, atStart: boolean): Pages {
  const { pages, pageParams } = fetched;
  const isSame =
    pageParams.length === base.pageParams.length && pageParams.every((one, at) => one === base.pageParams[at]);
  if (isSame) return base;
  const count = pages.length;
  return {
    pageParams,
    pages: atStart ? [pages[0], ...base.pages].slice(0, count) : [...base.pages, pages[count - 1]].slice(-count),
  };
}
