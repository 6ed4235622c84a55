import type { Clock } from "@segment-iam/helpers/retry";

/** How many turns of the event loop a call has to set its next timer. */
const TURNS = 3;

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/**
 * A clock that stands still while a request is under way, and else skips to the next timer: a call waits for minutes at
 * once, but never for less than it wanted to.
 */
export class SkippingClock implements Clock {
  readonly #timers = new Set<Timer>();
  #nowMs = 0;
  #underWay = 0;
  #isLooking = false;

  /** Timers that are set. */
  get size(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#nowMs;
  }

  setTimeout(callback: () => void, delayMs: number): unknown {
    const timer = { dueMs: this.#nowMs + delayMs, callback };
    this.#timers.add(timer);
    void this.#skip();
    return timer;
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as Timer);
  }

  /** Stands still until the work is done. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      void this.#skip();
    }
  }

  async #skip(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
    this.#isLooking = false;
    const [next] = [...this.#timers].toSorted((one, other) => one.dueMs - other.dueMs);
    if (this.#underWay > 0 || !next) return;
    this.#timers.delete(next);
    this.#nowMs = Math.max(this.#nowMs, next.dueMs);
    next.callback();
    if (this.#timers.size > 0) void this.#skip();
  }
}
