import type { Clock } from "../time/clock.ts";
import { startTimer } from "../time/start-timer.ts";

/** One timer that can be moved. A process does not stay alive for it. */
export class WakeTimer {
  readonly #clock: Clock;
  readonly #wake: () => void;
  #atMs = Infinity;
  #stop: (() => void) | undefined;

  constructor(clock: Clock, wake: () => void) {
    this.#clock = clock;
    this.#wake = wake;
  }

  /** Wakes at that time and no other, in monotonic milliseconds; never when that is `Infinity`. */
  set(atMs: number): void {
    if (atMs === this.#atMs) return;
    this.#stop?.();
    this.#atMs = atMs;
    const fire = (): void => {
      this.#atMs = Infinity;
      this.#wake();
    };
    this.#stop = atMs < Infinity ? startTimer(this.#clock, atMs - this.#clock.now(), fire, false) : undefined;
  }
}
