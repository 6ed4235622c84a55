/** The limits of one chunk. */
export interface ChunkLimits<Item> {
  readonly maxItems: number;
  /** What all items of a chunk may cost together. */
  readonly maxCost: number;
  /** What an item costs at its index in a chunk. */
  readonly costAt: (item: Item, index: number) => number;
}

/** A list in chunks, in its order. */
export interface ChunkedList<Item> {
  readonly chunks: readonly (readonly Item[])[];
  /** The items that exceed the limit alone, and so are in no chunk. */
  readonly oversized: readonly Item[];
}

/** Splits a list into chunks that are as long as the limits let them be. */
export function chunkList<Item>(
  items: Iterable<Item>,
  { maxItems, maxCost, costAt }: ChunkLimits<Item>,
): ChunkedList<Item> {
  const chunks: Item[][] = [];
  const oversized: Item[] = [];
  let chunk: Item[] = [];
  let cost = 0;
  for (const item of items) {
    const alone = costAt(item, 0);
    if (alone > maxCost) {
      oversized.push(item);
      continue;
    }
    const added = costAt(item, chunk.length);
    if (chunk.length > 0 && chunk.length < maxItems && cost + added <= maxCost) {
      chunk.push(item);
      cost += added;
    } else {
      chunk = [item];
      chunks.push(chunk);
      cost = alone;
    }
  }
  return { chunks, oversized };
}
