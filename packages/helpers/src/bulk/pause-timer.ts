import type { Clock } from "../clock.ts";

/** Tracks whether a run is paused, and measures the time without pauses. */
export class PauseTimer {
  readonly #clock: Clock;
  /** The start of the run, moved forward by the length of each pause. */
  #startMs: number;
  #pausedAtMs: number | undefined;
  #wake: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startMs = clock.now();
  }

  get isPaused(): boolean {
    return this.#pausedAtMs !== undefined;
  }

  /** The time since the start in milliseconds, without pauses. */
  get activeMs(): number {
    return (this.#pausedAtMs ?? this.#clock.now()) - this.#startMs;
  }

  /** Starts a pause. Returns `false` if the run is already paused. */
  pause(): boolean {
    if (this.#pausedAtMs !== undefined) return false;
    this.#pausedAtMs = this.#clock.now();
    return true;
  }

  /** Ends a pause. Returns `false` if the run is not paused. */
  resume(): boolean {
    if (this.#pausedAtMs === undefined) return false;
    this.#startMs += this.#clock.now() - this.#pausedAtMs;
    this.#pausedAtMs = undefined;
    this.wake();
    return true;
  }

  /** Resolves on the next `resume` or `wake`. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Resolves the promise of `wait`, without ending the pause. */
  wake(): void {
    this.#wake?.();
  }
}
