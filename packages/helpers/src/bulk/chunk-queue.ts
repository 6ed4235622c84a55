type Chunk<Item> = readonly Item[];

/** The pending chunks of a bulk run, in the order of sending. */
export class ChunkQueue<Item> {
  readonly #chunks: Chunk<Item>[];
  /** Chunks of items that are sent a second time, because the first request was not executed. */
  readonly #resent = new WeakSet<Chunk<Item>>();

  constructor(chunks: readonly Chunk<Item>[]) {
    this.#chunks = [...chunks];
  }

  /** The items of all chunks. */
  get items(): readonly Item[] {
    return this.#chunks.flat();
  }

  get isEmpty(): boolean {
    return this.#chunks.length === 0;
  }

  /** Removes the first chunk. Returns an empty chunk if there is none. */
  shift(): Chunk<Item> {
    return this.#chunks.shift() ?? [];
  }

  /** Puts a chunk back at the front. */
  unshift(chunk: Chunk<Item>): void {
    this.#chunks.unshift(chunk);
  }

  /** Puts both halves of a chunk back at the front. */
  unshiftHalves(chunk: Chunk<Item>): void {
    const middle = Math.ceil(chunk.length / 2);
    this.#chunks.unshift(...this.#split(chunk, chunk.slice(0, middle), chunk.slice(middle)));
  }

  /** Puts items that were sent but not executed back at the front. */
  unshiftResent(items: Chunk<Item>): void {
    this.#resent.add(items);
    this.#chunks.unshift(items);
  }

  /** Returns whether the items of a chunk were sent before. */
  isResent(chunk: Chunk<Item>): boolean {
    return this.#resent.has(chunk);
  }

  /** Moves one item to the front, as a chunk with one item. `share` selects it: 0 is the first item, 0.5 the middle one. */
  moveToFront(share: number): void {
    let [at, place] = [0, Math.floor(this.items.length * share)];
    for (; place >= (this.#chunks[at]?.length ?? Infinity); at += 1) place -= this.#chunks[at]?.length ?? 0;
    const chunk = this.#chunks[at] ?? [];
    const rest = chunk.filter((_, other) => other !== place);
    const [moved = [], ...others] = this.#split(chunk, chunk.slice(place, place + 1), rest);
    this.#chunks.splice(at, 1, ...others);
    this.#chunks.unshift(moved);
  }

  /** Returns the parts of a chunk that are not empty. */
  #split(chunk: Chunk<Item>, ...parts: Chunk<Item>[]): Chunk<Item>[] {
    if (this.#resent.has(chunk)) for (const part of parts) this.#resent.add(part);
    return parts.filter(({ length }) => length > 0);
  }
}
