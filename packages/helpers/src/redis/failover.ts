import { startTimer, type Clock } from "../clock.ts";
import { Listeners } from "../listeners.ts";

/** Where requests are counted: in Redis for all processes (`shared`), or in each process (`local`). */
export type RateLimitMode = "shared" | "local";

/** A change of the rate-limit mode. */
export interface RateLimitModeChange {
  readonly mode: RateLimitMode;
  /** The failure of Redis, or `undefined` after its recovery. */
  readonly cause: unknown;
}

/** The mode of a limiter. It applies to all operations. */
export interface Failover {
  readonly mode: RateLimitMode;
  /** Calls `listener` after each change. */
  subscribe(listener: (change: RateLimitModeChange) => void): void;
  /** Reports a failure of Redis. */
  fail(cause: unknown): void;
  /**
   * Sets whether `owner`, the queue of an operation, has calls waiting or in flight. Checks run only while at least one owner is busy.
   */
  setBusy(owner: unknown, isBusy: boolean): void;
}

const FIRST_CHECK_MS = 250;
const MAX_CHECK_MS = 15_000;

/**
 * Creates a failover. It switches to local mode when Redis fails, and back to shared mode when a check succeeds.
 *
 * The first check runs 250 ms after the failure. The delay doubles with each check, up to 15 s, and resets once Redis has worked for more
 * than 15 s. No check runs while no calls are waiting or in flight.
 *
 * @param check resolves if Redis works
 */
export function createFailover(check: () => Promise<void>, clock: Clock): Failover {
  const listeners = new Listeners();
  const busyOwners = new Set<unknown>();
  let change: RateLimitModeChange = { mode: "shared", cause: undefined };
  let changedAtMs = -Infinity;
  let delayMs = FIRST_CHECK_MS;
  let nextCheckMs = 0;
  let isChecking = false;
  let stopTimer: (() => void) | undefined;

  function switchTo(next: RateLimitModeChange): void {
    change = next;
    changedAtMs = clock.now();
    listeners.notify();
    updateTimer();
  }

  function postponeCheck(): void {
    nextCheckMs = clock.now() + delayMs;
    delayMs = Math.min(2 * delayMs, MAX_CHECK_MS);
  }

  function updateTimer(): void {
    if (change.mode === "shared" || busyOwners.size === 0) {
      stopTimer?.();
      stopTimer = undefined;
    } else if (!stopTimer && !isChecking) {
      stopTimer = startTimer(clock, nextCheckMs - clock.now(), () => void checkNow(), false);
    }
  }

  async function checkNow(): Promise<void> {
    stopTimer = undefined;
    isChecking = true;
    const isBack = await check().then(
      () => true,
      () => false,
    );
    isChecking = false;
    if (isBack) return switchTo({ mode: "shared", cause: undefined });
    postponeCheck();
    updateTimer();
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
      if (clock.now() - changedAtMs > MAX_CHECK_MS) delayMs = FIRST_CHECK_MS;
      postponeCheck();
      switchTo({ mode: "local", cause });
    },

    setBusy(owner, isBusy) {
      if (isBusy) busyOwners.add(owner);
      else busyOwners.delete(owner);
      updateTimer();
    },
  };
}
