import { Listeners } from "../listeners.ts";
import type { Clock } from "../time/clock.ts";
import { startTimer } from "../time/start-timer.ts";

/** Where the count is kept: in Redis for all processes together, or by each process for itself. */
export type Mode = "shared" | "local";

/** A change of the place where the count is kept. */
export interface ModeChange {
  readonly mode: Mode;
  /** What Redis failed with, or by not answering; `undefined` when it is back. */
  readonly cause: unknown;
}

/** What a switch needs. */
export interface ModeSwitchOptions {
  /** Resolves when shared windows can be used. */
  readonly check: () => Promise<void>;
  readonly clock: Clock;
}

const FIRST_CHECK_MS = 250;
const LONGEST_CHECK_MS = 15_000;

/**
 * Goes over to local pacing when Redis fails, and back when a check succeeds: after 250 ms first, then after twice as long each time,
 * up to 15 s.
 *
 * It checks only while somebody has work, so that an idle process stays quiet. A Redis that fails again soon after it came back
 * finds the delay where it was.
 */
export class ModeSwitch {
  readonly #options: ModeSwitchOptions;
  readonly #listeners = new Listeners();
  readonly #working = new Set<unknown>();
  #change: ModeChange = { mode: "shared", cause: undefined };
  #sinceMs = -Infinity;
  #delayMs = FIRST_CHECK_MS;
  #nextCheckMs = 0;
  #stopTimer: (() => void) | undefined;
  #isChecking = false;

  constructor(options: ModeSwitchOptions) {
    this.#options = options;
  }

  get mode(): Mode {
    return this.#change.mode;
  }

  /** Calls back after each change. */
  subscribe(listener: (change: ModeChange) => void): void {
    this.#listeners.add(() => listener(this.#change));
  }

  /** Redis failed. */
  fail(cause: unknown): void {
    if (this.mode === "local") return;
    const nowMs = this.#options.clock.now();
    if (nowMs - this.#sinceMs > LONGEST_CHECK_MS) this.#delayMs = FIRST_CHECK_MS;
    this.#postpone();
    this.#turn({ mode: "local", cause });
  }

  /** Somebody begins to have work, or has none left. */
  work(who: unknown, has: boolean): void {
    if (has) this.#working.add(who);
    else this.#working.delete(who);
    this.#arm();
  }

  #postpone(): void {
    this.#nextCheckMs = this.#options.clock.now() + this.#delayMs;
    this.#delayMs = Math.min(2 * this.#delayMs, LONGEST_CHECK_MS);
  }

  #turn(change: ModeChange): void {
    this.#change = change;
    this.#sinceMs = this.#options.clock.now();
    this.#listeners.notify();
    this.#arm();
  }

  #arm(): void {
    const { clock } = this.#options;
    if (this.mode === "shared" || this.#working.size === 0) {
      this.#stopTimer?.();
      this.#stopTimer = undefined;
    } else if (!this.#stopTimer && !this.#isChecking) {
      this.#stopTimer = startTimer(clock, this.#nextCheckMs - clock.now(), () => void this.#check(), false);
    }
  }

  async #check(): Promise<void> {
    this.#stopTimer = undefined;
    this.#isChecking = true;
    try {
      await this.#options.check();
      this.#isChecking = false;
      this.#turn({ mode: "shared", cause: undefined });
    } catch {
      this.#isChecking = false;
      this.#postpone();
      this.#arm();
    }
  }
}
