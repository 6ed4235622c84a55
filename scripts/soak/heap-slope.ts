/** The used heap after a number of calls and a garbage collection. */
export interface HeapSample {
  readonly calls: number;
  readonly bytes: number;
}

/** The slope of the least squares line through samples. */
export interface HeapSlope {
  readonly bytesPerCall: number;
  /** The standard error of the slope. */
  readonly error: number;
}

/** The growth that a run of any length may have, because some memory use stabilizes only after the warm-up. */
const MAX_GROWTH_BYTES = 1_000_000;

/** The share of a run in which code is compiled, connections open and caches fill. */
const WARM_UP_SHARE = 0.25;

/** Fits a line through at least three samples. */
export function heapSlope(samples: readonly HeapSample[]): HeapSlope {
  const mean = (of: (sample: HeapSample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const calls = mean((sample) => sample.calls);
  const bytes = mean((sample) => sample.bytes);
  const spread = mean((sample) => (sample.calls - calls) ** 2);
  const bytesPerCall = mean((sample) => (sample.calls - calls) * (sample.bytes - bytes)) / spread;
  const scatter = mean((sample) => (sample.bytes - bytes - bytesPerCall * (sample.calls - calls)) ** 2);
  return { bytesPerCall, error: Math.sqrt(scatter / spread / (samples.length - 2)) };
}

/** Drops the samples of the warm-up. */
export function dropWarmUp(samples: readonly HeapSample[]): readonly HeapSample[] {
  return samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
}

/** Returns the maximum slope that does not count as a leak, in bytes per call. One byte per call is about one small object in 50 calls. */
export function maxFlatSlope(calls: number): number {
  return Math.max(1, MAX_GROWTH_BYTES / calls);
}
