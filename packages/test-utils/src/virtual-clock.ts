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

/** The number of event loop turns before time advances, so that promises and streams can settle. */
const TURNS = 4;

/** A clock that a test advances. It jumps from timer to timer. */
export class VirtualClock implements Clock {
  #nowMs = 0;
  readonly #timers = new Set<Timer>();
  readonly #inFlight = new Set<Promise<void>>();
  /** The longest delay of any timer so far, in milliseconds. */
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

  /** How many timers are set. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Advances time by `ms`, and fires each timer that becomes due. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await this.#waitForIdle();
    for (let timer = this.#next(); timer && timer.dueMs <= endMs; timer = this.#next()) await this.#fire(timer);
    this.#nowMs = endMs;
    await flushPromises();
  }

  /** Advances time until `isOver` returns true. Returns false if no timer is left before that. */
  async runUntil(isOver: () => boolean): Promise<boolean> {
    await this.#waitForIdle();
    while (!isOver()) {
      const timer = this.#next();
      if (!timer) return false;
      await this.#fire(timer);
    }
    return true;
  }

  /** Advances time until a promise settles, and settles like it. Rejects if no timer is left before that. */
  async run<Value>(promise: Promise<Value>): Promise<Value> {
    let isSettled = false;
    const mark = (): void => void (isSettled = true);
    promise.then(mark, mark);
    if (!(await this.runUntil(() => isSettled))) throw new Error("The promise is pending, but no timer is left");
    return promise;
  }

  /** Does not advance time until real work has settled, such as a request over a socket. */
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
    await this.#waitForIdle();
  }

  /** Waits until nothing can continue without a timer. */
  async #waitForIdle(): Promise<void> {
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

/** Runs pending promise reactions and stream events. */
export async function flushPromises(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise<void>(nextTurn);
}

/** Browsers have no `setImmediate`. */
function nextTurn(resolve: () => void): void {
  if (typeof setImmediate === "function") setImmediate(resolve);
  else setTimeout(resolve, 0);
}
