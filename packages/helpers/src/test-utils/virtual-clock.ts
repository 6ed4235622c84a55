import type { Clock } from "../time/clock.ts";

interface Timer {
  readonly atMs: number;
  readonly callback: () => void;
}

/** A clock that stands still until it is told to go on, and then jumps from timer to timer. */
export class VirtualClock implements Clock {
  #nowMs = 0;
  readonly #timers = new Set<Timer>();
  /** The longest delay a timer was ever set with. */
  longestDelayMs = 0;

  now(): number {
    return this.#nowMs;
  }

  setTimeout(callback: () => void, delayMs: number): unknown {
    this.longestDelayMs = Math.max(this.longestDelayMs, delayMs);
    const timer = { atMs: this.#nowMs + Math.max(0, delayMs), callback };
    this.#timers.add(timer);
    return timer;
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as Timer);
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Passes time, and lets everything happen that is due in it. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await settle();
    for (let timer = this.#nextTimer(); timer && timer.atMs <= endMs; timer = this.#nextTimer())
      await this.#fire(timer);
    this.#nowMs = endMs;
    await settle();
  }

  /** Passes as much time as a promise takes to settle, and answers as it does. */
  async run<Value>(promise: Promise<Value>): Promise<Value> {
    const outcome = { isSettled: false };
    const mark = (): void => void (outcome.isSettled = true);
    promise.then(mark, mark);
    await settle();
    while (!outcome.isSettled) {
      const timer = this.#nextTimer();
      if (!timer) throw new Error("It waits for something that is no timer");
      await this.#fire(timer);
    }
    return promise;
  }

  async #fire(timer: Timer): Promise<void> {
    this.#timers.delete(timer);
    this.#nowMs = timer.atMs;
    timer.callback();
    await settle();
  }

  #nextTimer(): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (!next || timer.atMs < next.atMs) next = timer;
    return next;
  }
}

/** Lets promises run, and streams, until nothing moves without time. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
