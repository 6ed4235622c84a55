/** A monotonic clock with timers. */
export interface Clock {
  now(): number;
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/** Turns of the event loop that promises and streams get before time moves on. */
const TURNS = 4;

/** A clock that stands still until a test moves it. It then jumps from timer to timer. */
export class VirtualClock implements Clock {
  #nowMs = 0;
  readonly #timers = new Set<Timer>();
  readonly #inFlight = new Set<Promise<void>>();
  /** The longest delay that any timer had, in milliseconds. */
  longestDelayMs = 0;

  now(): number {
    return this.#nowMs;
  }

  setTimeout(callback: () => void, delayMs: number): unknown {
    this.longestDelayMs = Math.max(this.longestDelayMs, delayMs);
    const timer = { dueMs: this.#nowMs + Math.max(0, delayMs), callback };
    this.#timers.add(timer);
    return timer;
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as Timer);
  }

  /** The number of timers that are set. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Passes time, and fires every timer that becomes due. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await this.#rest();
    for (let timer = this.#next(); timer && timer.dueMs <= endMs; timer = this.#next()) await this.#fire(timer);
    this.#nowMs = endMs;
    await flushPromises();
  }

  /** Passes time until `isOver` returns true. @returns false when no timer is left before that */
  async runUntil(isOver: () => boolean): Promise<boolean> {
    await this.#rest();
    while (!isOver()) {
      const timer = this.#next();
      if (!timer) return false;
      await this.#fire(timer);
    }
    return true;
  }

  /** Passes time until a promise settles, and settles like it. @throws when the promise waits for anything but a timer */
  async run<Value>(promise: Promise<Value>): Promise<Value> {
    let isSettled = false;
    const mark = (): void => void (isSettled = true);
    promise.then(mark, mark);
    if (!(await this.runUntil(() => isSettled))) throw new Error("The promise waits for something other than a timer");
    return promise;
  }

  /** Stops time while real work is in flight, such as a request over a socket. */
  during<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = work();
    const end = (): void => void this.#inFlight.delete(ended);
    const ended = result.then(end, end);
    this.#inFlight.add(ended);
    return result;
  }

  async #fire(timer: Timer): Promise<void> {
    this.#timers.delete(timer);
    this.#nowMs = timer.dueMs;
    timer.callback();
    await this.#rest();
  }

  /** Waits until nothing moves unless time passes. */
  async #rest(): Promise<void> {
    await flushPromises();
    while (this.#inFlight.size > 0) {
      await Promise.race(this.#inFlight);
      await flushPromises();
    }
  }

  #next(): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (!next || timer.dueMs < next.dueMs) next = timer;
    return next;
  }
}

/** Lets promises and streams run until nothing moves unless time passes. */
export async function flushPromises(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise<void>(nextTurn);
}

/** Browsers have no `setImmediate`. */
function nextTurn(resolve: () => void): void {
  if (typeof setImmediate === "function") setImmediate(resolve);
  else setTimeout(resolve, 0);
}
