import { performance } from "node:perf_hooks";

/** How much faster time passes for retry, pacing and the server's windows, so that a million calls take minutes. */
const SPEED = 50;

const EPOCH_MS = Date.UTC(2026, 0, 1);

/** A clock for `retry` and `rateLimit`, each millisecond of which takes a fraction of one. */
export const fastClock = {
  now: (): number => performance.now() * SPEED,
  setTimeout: (callback: () => void, delayMs: number): unknown => setTimeout(callback, delayMs / SPEED),
  clearTimeout: (timer: unknown): void => clearTimeout(timer as NodeJS.Timeout),
};

/** The wall clock of a server for which time passes as fast. */
export function fastDate(): Date {
  return new Date(EPOCH_MS + fastClock.now());
}
