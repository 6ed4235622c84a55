interface Delay {
  remainingMs: number;
  startedAtMs: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly resolve: () => void;
}

/** The maximum delay of `setTimeout`, about 25 days. With a longer delay, it fires at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** The server's time. It runs like the given clock, and tests can move it forward. */
export class MockClock {
  readonly #source: () => number;
  readonly #delays = new Set<Delay>();
  #offsetMs = 0;

  constructor(source: () => number = Date.now) {
    this.#source = source;
  }

  /** Returns the server's time, in milliseconds since 1970. */
  now(): number {
    return this.#source() + this.#offsetMs;
  }

  /** Moves the time forward, and ends the delays that are due. @throws {RangeError} if `ms` is negative or not finite. */
  advance(ms: number): void {
    if (!(ms >= 0 && ms < Infinity)) throw new RangeError(`ms must be a finite number of at least 0, got ${ms}`);
    this.#offsetMs += ms;
    for (const delay of this.#delays) {
      clearTimeout(delay.timer);
      // The timer itself runs in real time, even if the source stands still.
      delay.remainingMs -= ms + Date.now() - delay.startedAtMs;
      start(delay);
    }
  }

  /** Moves the time back to that of the source. */
  reset(): void {
    this.#offsetMs = 0;
  }

  /** Resolves after a delay. On an abort, rejects immediately with the signal's reason. Clears the timer and the listener in both cases. */
  async delay(delayMs: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(delay.timer);
        this.#delays.delete(delay);
        signal.removeEventListener("abort", abort);
        settle();
      };
      const abort = () => end(() => reject(signal.reason));
      const delay: Delay = {
        remainingMs: delayMs,
        startedAtMs: 0,
        timer: undefined,
        resolve: () => end(resolve),
      };
      signal.addEventListener("abort", abort, { once: true });
      this.#delays.add(delay);
      start(delay);
    });
  }
}

/** Starts the timer for the rest of a delay. */
function start(delay: Delay): void {
  delay.startedAtMs = Date.now();
  if (delay.remainingMs > 0) delay.timer = setTimeout(delay.resolve, Math.min(delay.remainingMs, MAX_TIMEOUT_MS));
  else delay.resolve();
}
