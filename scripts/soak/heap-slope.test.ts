import { expect, it } from "vitest";
import { heapSlope, steepestFlat, withoutWarmUp } from "./heap-slope.ts";

const at = (bytes: readonly number[]) => bytes.map((bytes, index) => ({ calls: (index + 1) * 1_000, bytes }));

it.each<[string, readonly number[], number]>([
  ["stays where it is", [5e6, 5e6, 5e6, 5e6], 0],
  ["grows evenly", [5e6, 5.002e6, 5.004e6, 5.006e6], 2],
  ["shrinks evenly", [5.003e6, 5.002e6, 5.001e6, 5e6], -1],
  ["grows with scatter around the line", [5e6 + 300, 5.003e6 - 300, 5.006e6 - 300, 5.009e6 + 300], 3],
])("has the slope of a heap that %s", (_, bytes, slope) => {
  expect(heapSlope(at(bytes)).bytesPerCall).toBeCloseTo(slope);
});

it("does not depend on where a run's samples begin", () => {
  const later = at([5e6, 5.002e6, 5.004e6]).map(({ calls, bytes }) => ({ calls: calls + 1e6, bytes: bytes + 1e9 }));
  expect(heapSlope(later).bytesPerCall).toBeCloseTo(2);
});

const error = (scatter: number) => heapSlope(at([5e6 + scatter, 5.002e6 - scatter, 5.004e6, 5.006e6])).error;

it("is certain of a line, and less so the more the samples scatter", () => {
  expect(error(0)).toBeCloseTo(0);
  // The squares of what the line misses add up to 1.8e6, those of the calls' distances from their mean to 5e6.
  expect(error(1_000)).toBeCloseTo(Math.sqrt(1.8e6 / 2 / 5e6));
  expect(error(2_000)).toBeCloseTo(2 * error(1_000));
});

it("leaves the first quarter of the samples out", () => {
  expect(withoutWarmUp(at([9, 8, 7, 6, 5, 4, 3, 2])).map(({ bytes }) => bytes)).toEqual([7, 6, 5, 4, 3, 2]);
});

it.each([
  [1_000_000, 1],
  [4_000_000, 1],
  [20_000, 50],
])("takes a heap for flat after %i calls up to %d bytes a call", (calls, most) => {
  expect(steepestFlat(calls)).toBe(most);
});
