/** The limits of one chunk. */
export interface ChunkLimits<Item> {
  readonly maxBatchSize: number;
  /** The highest total cost of the items in a chunk. */
  readonly maxCost: number;
  /** Returns the cost of an item at `index` in its chunk, such as its length in a URL. */
  readonly costAt: (item: Item, index: number) => number;
}

/** A list that is split into chunks, in order. */
export interface ChunkedList<Item> {
  readonly chunks: readonly (readonly Item[])[];
  /** Items that exceed the cost limit on their own. They are in no chunk. */
  readonly oversized: readonly Item[];
}

/** Splits a list into the longest chunks that the limits allow. */
export function chunkList<Item>(
  items: Iterable<Item>,
  { maxBatchSize, maxCost, costAt }: ChunkLimits<Item>,
): ChunkedList<Item> {
  const chunks: Item[][] = [];
  const oversized: Item[] = [];
  let chunk: Item[] = [];
  let cost = 0;
  for (const item of items) {
    const firstCost = costAt(item, 0);
    if (firstCost > maxCost) {
      oversized.push(item);
      continue;
    }
    const addedCost = costAt(item, chunk.length);
    if (chunk.length > 0 && chunk.length < maxBatchSize && cost + addedCost <= maxCost) {
      chunk.push(item);
      cost += addedCost;
    } else {
      chunk = [item];
      chunks.push(chunk);
      cost = firstCost;
    }
  }
  return { chunks, oversized };
}
