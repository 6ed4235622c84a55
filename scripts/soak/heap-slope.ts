/** The memory in use after a number of calls, right after a garbage collection. */
export interface HeapSample {
  readonly calls: number;
  readonly bytes: number;
}

/** The least squares line through samples. */
export interface HeapSlope {
  readonly bytesPerCall: number;
  /** The standard error of the slope. */
  readonly error: number;
}

/** The growth that is no leak even in a short run: some memory settles late. */
const MOST_BYTES = 1_000_000;

/** The part of a run in which code is compiled, connections open and caches fill. */
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
export function withoutWarmUp(samples: readonly HeapSample[]): readonly HeapSample[] {
  return samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
}

/** The steepest slope of a flat heap: a byte a call is one small object lost in fifty calls. */
export function steepestFlat(calls: number): number {
  return Math.max(1, MOST_BYTES / calls);
}
