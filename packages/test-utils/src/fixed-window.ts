import type { Clock } from "./virtual-clock.ts";

/** The state of a window after a request, in the terms of rate-limiter-flexible. */
export interface Consumption {
  readonly consumedPoints: number;
  readonly remainingPoints: number;
  readonly msBeforeNext: number;
}

/** A window that counts requests. */
export interface RateLimitWindow {
  /** Counts one request, whether it is allowed or not. */
  consume(): Consumption | Promise<Consumption>;
}

/** Options of `FixedWindow`. */
export interface FixedWindowOptions {
  readonly clock: Clock;
  readonly limit: number;
  readonly windowMs: number;
}

/** A fixed window on any clock. The first request opens it. It counts like rate-limiter-flexible. */
export class FixedWindow implements RateLimitWindow {
  readonly #options: FixedWindowOptions;
  #consumed = 0;
  #endMs = -Infinity;

  constructor(options: FixedWindowOptions) {
    this.#options = options;
  }

  consume(): Consumption {
    const { clock, limit, windowMs } = this.#options;
    const nowMs = clock.now();
    if (nowMs >= this.#endMs) {
      this.#endMs = nowMs + windowMs;
      this.#consumed = 0;
    }
    this.#consumed += 1;
    return {
      consumedPoints: this.#consumed,
      remainingPoints: Math.max(0, limit - this.#consumed),
      msBeforeNext: this.#endMs - nowMs,
    };
  }
}
