/** A figure at a place on the way. */
export interface Sample {
  readonly calls: number;
  readonly bytes: number;
}

/** By how many bytes the samples grow for each thousand calls: the slope of the line with the least squares. */
export function bytesPerThousandCalls(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const calls = mean((sample) => sample.calls);
  const bytes = mean((sample) => sample.bytes);
  const together = mean((sample) => (sample.calls - calls) * (sample.bytes - bytes));
  return (together / mean((sample) => (sample.calls - calls) ** 2)) * 1_000;
}
