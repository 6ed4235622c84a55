/** Returns the value below which a fraction of the numbers lies, interpolated between the two nearest numbers. */
export function quantile(numbers: readonly number[], fraction: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const index = (sorted.length - 1) * fraction;
  const [below, above] = [sorted[Math.floor(index)] ?? Number.NaN, sorted[Math.ceil(index)] ?? Number.NaN];
  return below + (above - below) * (index - Math.floor(index));
}

/** Returns the value in the middle, or the mean of the two values in the middle. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}
