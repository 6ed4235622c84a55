import { expect, it } from "vitest";

import { compareSizes } from "./compare-sizes.ts";

const size = (entry: string, bytes: number, names?: readonly string[]) => ({ entry, names, bytes, maxBytes: 2_000 });

it("compares each entry with its size before the change", () => {
  const before = [size("a", 1_500), size("b", 1_500), size("c", 1_500)];
  const after = [size("a", 1_500), size("b", 1_400), size("c", 2_010), size("c", 900, ["x", "y"])];
  expect(compareSizes(before, after).split("\n")).toEqual([
    "## Sizes",
    "",
    "3 of 4 entries change in size. Minified and gzipped, without peer dependencies.",
    "",
    "| entry | before | after | change | budget |",
    "| --- | --: | --: | --: | --: |",
    "| `a` | 1.50 kB | 1.50 kB | = | 2.00 kB |",
    "| `b` | 1.50 kB | 1.40 kB | −100 B | 2.00 kB |",
    "| `c` | 1.50 kB | 2.01 kB | +510 B | **2.00 kB exceeded** |",
    "| `c`: `x`, `y` |  | 0.90 kB | new | 2.00 kB |",
    "",
  ]);
});

it("says that no size changes", () => {
  expect(compareSizes([size("a", 1)], [size("a", 1)])).toContain("No entry changes in size.");
});
