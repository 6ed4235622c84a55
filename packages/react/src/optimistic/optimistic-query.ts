import { replaceEqualDeep, type InfiniteData, type Query, type QueryCacheNotifyEvent } from "@tanstack/react-query";
import type { PendingUpdate } from "./pending-update.ts";

type QueryAction = Extract<QueryCacheNotifyEvent, { type: "updated" }>["action"];
type AnyPages = InfiniteData<unknown>;

/**
 * A query with pending updates: its server data, and the updates that the server data does not contain yet, oldest first.
 *
 * The displayed data is always computed from these two, so that removing one update does not affect the others.
 * See `OptimisticCache` for the algorithm.
 */
export class OptimisticQuery {
  readonly #query: Query;
  /** The data without the pending updates. */
  #serverData: unknown;
  /** The data that was last displayed. New data reuses the parts that are equal (structural sharing). */
  #displayedData: unknown;
  /** The data that TanStack Query restores when the fetch in flight is cancelled. It was displayed, so it may contain updates. */
  #restoredOnCancel: unknown;
  #updates: readonly PendingUpdate[] = [];
  /** The updates that were displayed when other code set the data. The server data contains them from then on. */
  readonly #setByOthers = new Set<PendingUpdate>();
  /** The number of the event that started the latest fetch. 0 if unknown, so that the fetch precedes every update. */
  #fetchStartedAt = 0;

  constructor(query: Query) {
    this.#query = query;
    this.#serverData = query.state.data;
    this.#displayedData = this.#serverData;
    this.#restoredOnCancel = this.#serverData;
  }

  /** The server data with all updates, structurally shared with the data that was displayed before. */
  get displayedData(): unknown {
    this.#displayedData = replaceEqualDeep(this.#displayedData, this.#apply(this.#updates, this.#serverData));
    return this.#displayedData;
  }

  /**
   * The server data with the confirmed updates. `undefined` if other code has set the data, which then may contain pending updates.
   */
  get confirmedData(): unknown {
    if (this.#setByOthers.size > 0) return undefined;
    return this.#apply(
      this.#updates.filter(({ confirmedAt }) => confirmedAt !== undefined),
      this.#serverData,
    );
  }

  /**
   * Whether tracking can end. A query that is fetching must stay tracked, even without updates. TanStack Query started the fetch with
   * displayed data: it adds the next page to that data, or restores that data on cancellation. Without tracking, a removed update would
   * reappear.
   */
  get isIdle(): boolean {
    return this.#updates.length === 0 && this.#query.state.fetchStatus === "idle";
  }

  add(update: PendingUpdate): void {
    this.#updates = [...this.#updates, update];
  }

  /** Removes an update. Returns `true` if other code has set the data, so that the server data still contains the update. */
  remove(update: PendingUpdate): boolean {
    this.#updates = this.#updates.filter((other) => other !== update);
    return this.#setByOthers.delete(update);
  }

  /**
   * Merges confirmed updates, oldest first, into the server data. Stops at the first update that is pending, or that the data of a fetch
   * in flight may not contain.
   */
  mergeConfirmed(): void {
    const isFetching = this.#query.state.fetchStatus !== "idle";
    for (const update of this.#updates) {
      const { confirmedAt } = update;
      if (confirmedAt === undefined || (isFetching && this.#fetchStartedAt < confirmedAt)) return;
      this.#serverData = update.apply(this.#query, this.#serverData);
      this.remove(update);
    }
  }

  /** Handles a change of the query's state. `now` is the number of the event. */
  onAction(action: QueryAction, now: number): void {
    const { data } = this.#query.state;
    if (action.type === "setState") {
      if (data !== this.#displayedData) this.#onSetState(data);
    } else if (action.type === "fetch") {
      this.#fetchStartedAt = now;
      this.#restoredOnCancel = data;
    } else if (action.type === "success" && action.data === data) {
      // If the data differs, an observer has set other data in response to this success. The event of that change came first.
      if (action.manual) this.#onSetData(data);
      else this.#onFetched(data);
    }
  }

  /** A fetch succeeded. Its data contains the updates that were confirmed before the fetch started. */
  #onFetched(data: unknown): void {
    const direction = this.#query.state.fetchMeta?.fetchMore?.direction;
    const contained = this.#updates.filter(({ confirmedAt = Infinity }) => confirmedAt <= this.#fetchStartedAt);
    if (direction && this.#serverData !== undefined) {
      // Only one page is new. The others come from the displayed data, and are replaced by those of the server data.
      const update = (list: AnyPages) => this.#apply(contained, list) as AnyPages;
      this.#serverData = addFetchedPage(
        this.#serverData as AnyPages,
        data as AnyPages,
        direction === "backward",
        update,
      );
    } else {
      this.#serverData = data;
      this.#setByOthers.clear();
    }
    this.#updates = this.#updates.filter((update) => !contained.includes(update));
    this.#restoredOnCancel = undefined;
  }

  /** Other code set the data, based on the displayed data. */
  #onSetData(data: unknown): void {
    this.#serverData = data;
    for (const update of this.#updates) this.#setByOthers.add(update);
  }

  /** Other code replaced the state, or TanStack Query restored it after a cancelled fetch. A restored state is ignored. */
  #onSetState(data: unknown): void {
    if (data === undefined || data !== this.#restoredOnCancel) this.#onSetData(data);
  }

  #apply(updates: readonly PendingUpdate[], data: unknown): unknown {
    return updates.reduce((data, update) => update.apply(this.#query, data), data);
  }
}

/**
 * Adds the page of `fetchNextPage` or `fetchPreviousPage` after or before the loaded pages, respectively, as TanStack Query does. Drops
 * pages beyond `maxPages`.
 *
 * @param list the loaded pages
 * @param fetched the pages that TanStack Query has after the fetch
 * @param isBackward whether the new page is the first one instead of the last one
 * @param update applies optimistic updates to the loaded pages. It receives the new page too, but its result for that page is ignored.
 */
export function addFetchedPage<Page>(
  list: InfiniteData<Page>,
  { pages, pageParams }: InfiniteData<Page>,
  isBackward: boolean,
  update: (list: InfiniteData<Page>) => InfiniteData<Page>,
): InfiniteData<Page> {
  const count = pages.length;
  // TanStack Query fetches nothing if there is no further page.
  const isUnchanged = count === list.pages.length && pageParams.every((one, at) => one === list.pageParams[at]);
  if (isUnchanged) return update(list);
  const add = <Item>(items: readonly Item[], fetched: readonly Item[]) =>
    isBackward ? [...fetched.slice(0, 1), ...items].slice(0, count) : [...items, ...fetched.slice(-1)].slice(-count);
  const added = { pages: add(list.pages, pages), pageParams: add(list.pageParams, pageParams) };
  const updated = update(added).pages;
  return { ...added, pages: add(isBackward ? updated.slice(1) : updated.slice(0, -1), pages) };
}
