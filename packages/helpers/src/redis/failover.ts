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

/** The mode of a limiter, which is that of all its operations. */
export interface Failover {
  readonly mode: Mode;
  /** Calls back after each change. */
  subscribe(listener: (change: ModeChange) => void): void;
  /** Redis failed. */
  fail(cause: unknown): void;
  /** Somebody begins to have work, or has none left. */
  setBusy(who: unknown, isBusy: boolean): void;
}

const FIRST_CHECK_MS = 250;
const LONGEST_CHECK_MS = 15_000;

/**
 * Goes over to local pacing when Redis fails, and back when a check succeeds: after 250 ms first, then after twice as long each time,
 * up to 15 s.
 *
 * It checks only while somebody has work, so that an idle process stays quiet. A Redis that fails again soon after it came back
 * finds the delay where it was.
 *
 * @param check resolves when Redis can be used
 */
export function createFailover(check: () => Promise<void>, clock: Clock): Failover {
  const listeners = new Listeners();
  const busy = new Set<unknown>();
  let change: ModeChange = { mode: "shared", cause: undefined };
  let changedAtMs = -Infinity;
  let delayMs = FIRST_CHECK_MS;
  let nextCheckMs = 0;
  let isChecking = false;
  let stopTimer: (() => void) | undefined;

  function turn(next: ModeChange): void {
    change = next;
    changedAtMs = clock.now();
    listeners.notify();
    arm();
  }

  function postpone(): void {
    nextCheckMs = clock.now() + delayMs;
    delayMs = Math.min(2 * delayMs, LONGEST_CHECK_MS);
  }

  function arm(): void {
    if (change.mode === "shared" || busy.size === 0) {
      stopTimer?.();
      stopTimer = undefined;
    } else if (!stopTimer && !isChecking) {
      stopTimer = startTimer(clock, nextCheckMs - clock.now(), () => void tryAgain(), false);
    }
  }

  async function tryAgain(): Promise<void> {
    stopTimer = undefined;
    isChecking = true;
    const isBack = await check().then(
      () => true,
      () => false,
    );
    isChecking = false;
    if (isBack) return turn({ mode: "shared", cause: undefined });
    postpone();
    arm();
  }

  return {
    get mode() {
      return change.mode;
    },

    subscribe(listener) {
      listeners.add(() => listener(change));
    },

    fail(cause) {
      if (change.mode === "local") return;
      if (clock.now() - changedAtMs > LONGEST_CHECK_MS) delayMs = FIRST_CHECK_MS;
      postpone();
      turn({ mode: "local", cause });
    },

    setBusy(who, isBusy) {
      if (isBusy) busy.add(who);
      else busy.delete(who);
      arm();
    },
  };
}
