/** Hands out the items of pages one by one, and keeps no page longer than it has items left. */
export class ItemIterator<Item> implements AsyncIterableIterator<Item, undefined> {
  readonly #pages: AsyncIterableIterator<readonly Item[], undefined>;
  readonly #signal: AbortSignal | undefined;
  #items: readonly Item[] = [];
  #index = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(pages: AsyncIterableIterator<readonly Item[], undefined>, signal: AbortSignal | undefined) {
    this.#pages = pages;
    this.#signal = signal;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Calls that do not wait for each other are answered in their order. */
  next(): Promise<IteratorResult<Item, undefined>> {
    const result = this.#turn.then(() => this.#advance());
    this.#turn = result.catch(() => {});
    return result;
  }

  /** Drops the rest of the page at hand, and aborts the one being fetched. */
  async return(): Promise<IteratorResult<Item, undefined>> {
    this.#items = [];
    this.#index = 0;
    await this.#pages.return?.();
    return { done: true, value: undefined };
  }

  async #advance(): Promise<IteratorResult<Item, undefined>> {
    this.#signal?.throwIfAborted();
    while (this.#index >= this.#items.length) {
      const { done, value } = await this.#pages.next();
      if (done) return { done: true, value: undefined };
      this.#items = value;
      this.#index = 0;
    }
    const value = this.#items[this.#index] as Item;
    this.#index += 1;
    return { done: false, value };
  }
}
