/** Where the helpers take their time from. Give your own in tests; leave it alone otherwise. */
export interface Clock {
  /** Milliseconds since any fixed moment, on a clock that never goes back. The wall clock is not one: it can be set. */
  now(): number;
  /** Calls back once after `delayMs` milliseconds, and answers with a handle. It is never given more than 2^31 - 1. */
  setTimeout(callback: () => void, delayMs: number): unknown;
  /** Forgets a timeout. A handle that has fired already is no error. */
  clearTimeout(timer: unknown): void;
}

/** The platform's monotonic clock and its timers, both looked up at the time of use. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
};
