import fc from "fast-check";
import { expect, it } from "vitest";
import { chunkList } from "./chunk-list.ts";

/** As in a URL, an item costs more at a higher index. */
const costAt = ({ size }: { size: number }, index: number): number => size + String(index * 10).length;

const lengths = { maxBatchSize: 3, maxCost: 10, costAt: (item: string) => item.length };

it.each([
  ["by count", ["a", "b", "c", "d"], [["a", "b", "c"], ["d"]]],
  ["by cost", ["aaaaaa", "bbbb", "c"], [["aaaaaa", "bbbb"], ["c"]]],
  ["into no chunks when it is empty", [], []],
])("splits a list %s", (_, items, chunks) => {
  expect(chunkList(items, lengths)).toEqual({ chunks, oversized: [] });
});

it("returns items that exceed the cost limit separately", () => {
  expect(chunkList(["a", "bbbbbbbbbbb", "c"], lengths)).toEqual({ chunks: [["a", "c"]], oversized: ["bbbbbbbbbbb"] });
});

it("keeps the order and respects both limits for any list", () => {
  const items = fc.array(fc.record({ id: fc.nat(), size: fc.integer({ min: 0, max: 12 }) }));
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 8 }), (list, maxBatchSize) => {
      const { chunks, oversized } = chunkList(list, { maxBatchSize, maxCost: 12, costAt });
      expect(chunks.flat()).toEqual(list.filter((item) => !oversized.includes(item)));
      expect(oversized.every((item) => costAt(item, 0) > 12)).toBe(true);
      for (const chunk of chunks) {
        expect(chunk.length).toBeGreaterThan(0);
        expect(chunk.length).toBeLessThanOrEqual(maxBatchSize);
        expect(chunk.reduce((cost, item, index) => cost + costAt(item, index), 0)).toBeLessThanOrEqual(12);
      }
    }),
  );
});
