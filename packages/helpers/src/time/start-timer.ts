import type { Clock } from "./clock.ts";

/** A longer delay makes every platform's `setTimeout` fire at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Calls back once when `delayMs` milliseconds have passed, however many those are; answers with a function that stops it.
 *
 * Never early: a timeout that fires before its time by the clock, as Node's may by a millisecond, is set again. A Node process
 * stays alive for it, unless `keepsProcess` is `false`.
 */
export function startTimer(clock: Clock, delayMs: number, callback: () => void, keepsProcess = true): () => void {
  const endMs = clock.now() + delayMs;
  let timer: unknown;
  function check(): void {
    const leftMs = endMs - clock.now();
    if (leftMs > 0) set(leftMs);
    else callback();
  }
  function set(leftMs: number): void {
    timer = clock.setTimeout(check, Math.min(Math.max(leftMs, 0), MAX_TIMEOUT_MS));
    // Only Node's timers have it, and only there a timer keeps anything alive.
    if (!keepsProcess) (timer as { unref?: () => void }).unref?.();
  }
  set(delayMs);
  return () => clock.clearTimeout(timer);
}
