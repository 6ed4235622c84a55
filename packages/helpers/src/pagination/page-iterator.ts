import { followSignal } from "../follow-signal.ts";

/** One page, and where the next one is. */
export interface FetchedPage<Page> {
  readonly page: Page;
  /** `undefined` when this is the last page. */
  readonly next: string | undefined;
}

/** Where a `PageIterator` has its pages from. */
export interface PageSource<Page> {
  /** Fetches the page at a cursor, `undefined` for the first. */
  fetch(cursor: string | undefined, signal: AbortSignal): Promise<FetchedPage<Page>>;
  /** What to fail with when a page points to a cursor that was already followed. */
  loopError(cursor: string): Error;
}

/**
 * Walks from page to page. While the caller works on one, the next is fetched, and no further: two pages are held at most.
 *
 * Written by hand because an async generator cannot be stopped while it waits: its `return()` would wait for the page too.
 */
export class PageIterator<Page> implements AsyncIterableIterator<Page, undefined> {
  readonly #source: PageSource<Page>;
  readonly #signal: AbortSignal | undefined;
  readonly #stop = new AbortController();
  readonly #followed = new Set<string>();
  /** The page to hand out next, once somebody asked for the first. */
  #ahead: Promise<FetchedPage<Page>> | undefined;
  #start: string | undefined;
  #done = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(source: PageSource<Page>, start: string | undefined, signal: AbortSignal | undefined) {
    this.#source = source;
    this.#start = start;
    this.#signal = signal;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Calls that do not wait for each other are answered in their order. */
  next(): Promise<IteratorResult<Page, undefined>> {
    const result = this.#turn.then(() => this.#advance());
    this.#turn = result.catch(() => {});
    return result;
  }

  /** Ends the walk: what is being fetched is aborted, and whoever waits for it is told that there is no more. */
  async return(): Promise<IteratorResult<Page, undefined>> {
    this.#done = true;
    this.#stop.abort();
    return { done: true, value: undefined };
  }

  async #advance(): Promise<IteratorResult<Page, undefined>> {
    if (this.#done) return { done: true, value: undefined };
    try {
      this.#signal?.throwIfAborted();
      const { page, next } = await (this.#ahead ?? this.#fetch(this.#start));
      if (this.#done) return { done: true, value: undefined };
      if (next === undefined) this.#done = true;
      else this.#ahead = this.#fetch(next);
      return { done: false, value: page };
    } catch (error) {
      if (this.#done) return { done: true, value: undefined };
      this.#done = true;
      throw error;
    }
  }

  #fetch(cursor: string | undefined): Promise<FetchedPage<Page>> {
    const page = this.#load(cursor);
    // Nobody may ever ask for this page; its failure is kept for the one who does.
    page.catch(() => {});
    return page;
  }

  async #load(cursor: string | undefined): Promise<FetchedPage<Page>> {
    if (cursor !== undefined) {
      if (this.#followed.has(cursor)) throw this.#source.loopError(cursor);
      this.#followed.add(cursor);
    }
    const attempt = new AbortController();
    const unfollow = [followSignal(this.#signal, attempt), followSignal(this.#stop.signal, attempt)];
    try {
      return await this.#source.fetch(cursor, attempt.signal);
    } finally {
      for (const end of unfollow) end();
    }
  }
}
