import { expect, it } from "vitest";
import { heapSlope, maxFlatSlope, dropWarmUp } from "./heap-slope.ts";

const at = (bytes: readonly number[]) => bytes.map((bytes, index) => ({ calls: (index + 1) * 1_000, bytes }));

it.each<[string, readonly number[], number]>([
  ["stays constant", [5e6, 5e6, 5e6, 5e6], 0],
  ["grows evenly", [5e6, 5.002e6, 5.004e6, 5.006e6], 2],
  ["shrinks evenly", [5.003e6, 5.002e6, 5.001e6, 5e6], -1],
  ["grows with scatter around the line", [5e6 + 300, 5.003e6 - 300, 5.006e6 - 300, 5.009e6 + 300], 3],
])("fits the slope of a heap that %s", (_, bytes, slope) => {
  expect(heapSlope(at(bytes)).bytesPerCall).toBeCloseTo(slope);
});

it("returns the same slope when samples start later", () => {
  const later = at([5e6, 5.002e6, 5.004e6]).map(({ calls, bytes }) => ({ calls: calls + 1e6, bytes: bytes + 1e9 }));
  expect(heapSlope(later).bytesPerCall).toBeCloseTo(2);
});

const error = (scatter: number) => heapSlope(at([5e6 + scatter, 5.002e6 - scatter, 5.004e6, 5.006e6])).error;

it("returns a larger error when samples scatter more", () => {
  expect(error(0)).toBeCloseTo(0);
  // The squared residuals add up to 1.8e6, and the squared deviations of the calls to 5e6.
  expect(error(1_000)).toBeCloseTo(Math.sqrt(1.8e6 / 2 / 5e6));
  expect(error(2_000)).toBeCloseTo(2 * error(1_000));
});

it("drops the first quarter of the samples", () => {
  expect(dropWarmUp(at([9, 8, 7, 6, 5, 4, 3, 2])).map(({ bytes }) => bytes)).toEqual([7, 6, 5, 4, 3, 2]);
});

it.each([
  [1_000_000, 1],
  [4_000_000, 1],
  [20_000, 50],
])("after %i calls allows a slope of %d bytes per call", (calls, slope) => {
  expect(maxFlatSlope(calls)).toBe(slope);
});
