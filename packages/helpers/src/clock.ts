/** The source of time. Pass a fake clock in tests. */
export interface Clock {
  /** Returns milliseconds since a fixed moment. Must be monotonic, unlike `Date.now`. */
  now(): number;
  /** Calls `callback` once after `delayMs` milliseconds, and returns a handle. `delayMs` is at most 2^31 - 1. */
  setTimeout(callback: () => void, delayMs: number): unknown;
  /** Cancels a timeout. Does nothing if it has already fired. */
  clearTimeout(timer: unknown): void;
}

/** The platform's monotonic clock and timers. Looks up the globals at each use, so fake timers work. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
};

/** The longest delay of `setTimeout`. A timer with a longer delay fires at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Calls `callback` once after a delay of any length, in milliseconds. Returns a function that cancels it.
 *
 * Never fires early. Node's timers can fire up to a millisecond too early, and are then set again.
 *
 * @param keepsProcess whether a pending timer keeps a Node process alive
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
    // Only Node's timers have `unref`.
    if (!keepsProcess) (timer as { unref?: () => void }).unref?.();
  }
  set(delayMs);
  return () => clock.clearTimeout(timer);
}

/**
 * Resolves after `delayMs` milliseconds, or rejects with the signal's reason when it aborts. Removes its timer and listener.
 *
 * @param onStart receives a function that resolves the promise early, even if the signal has aborted and its listener was not called yet.
 *   Returns a cleanup function, called before the promise settles.
 */
export function sleep(
  delayMs: number,
  signal: AbortSignal | undefined,
  clock: Clock,
  onStart?: (wake: () => void) => () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      stop();
      signal?.removeEventListener("abort", abort);
      cleanUp?.();
      settle();
    };
    const abort = (): void => end(() => reject(signal?.reason));
    const wake = (): void => end(resolve);
    const stop = startTimer(clock, delayMs, wake);
    const cleanUp = onStart?.(wake);
    signal?.addEventListener("abort", abort);
    // A signal that has already aborted fires no event.
    if (signal?.aborted) abort();
  });
}
