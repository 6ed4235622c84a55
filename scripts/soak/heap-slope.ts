/** How much memory was in use after so many calls, right after a garbage collection. */
export interface HeapSample {
  readonly calls: number;
  readonly bytes: number;
}

/** The line with the least squares through samples. */
export interface HeapSlope {
  /** By how much the heap grows with each call. */
  readonly bytesPerCall: number;
  /** The standard error of that figure: how much of it may be chance. */
  readonly error: number;
}

/** What a run's heap may grow by in all, where a byte for each call is less: what settles late in a short run is no leak. */
const MOST_BYTES = 1_000_000;

/** Until then code is compiled, connections are opened and caches filled. */
const WARM_UP_SHARE = 0.25;

/** Fits a line through samples, which have to be of three or more different numbers of calls. */
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

/** The samples that say something about a run: those after its warm-up. */
export function withoutWarmUp(samples: readonly HeapSample[]): readonly HeapSample[] {
  return samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
}

/** How steep the line may be for a heap to count as flat: a byte for each call, which is one small object lost in fifty calls. */
export function steepestFlat(calls: number): number {
  return Math.max(1, MOST_BYTES / calls);
}
