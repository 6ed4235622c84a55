/** The source of time. Pass your own in tests. */
export interface Clock {
  /** Returns milliseconds since any fixed moment. It must be monotonic, so it cannot be the wall clock, which can be set back. */
  now(): number;
  /** Calls `callback` once after `delayMs` milliseconds, at most 2^31 - 1, and returns a handle. */
  setTimeout(callback: () => void, delayMs: number): unknown;
  /** Cancels a timeout. A timeout that has already fired is not an error. */
  clearTimeout(timer: unknown): void;
}

/** The platform's monotonic clock and timers. Both are looked up at each use, so fake timers work. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
};

/** The longest delay of `setTimeout`. Every platform fires longer ones at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Calls `callback` once after `delayMs` milliseconds of any length. Returns a function that cancels it.
 *
 * Never fires early: Node's timers can fire up to a millisecond before their time, and are then set again.
 *
 * @param keepsProcess whether the timer keeps a Node process alive
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
    // Only Node's timers have `unref`, and only there do timers keep a process alive.
    if (!keepsProcess) (timer as { unref?: () => void }).unref?.();
  }
  set(delayMs);
  return () => clock.clearTimeout(timer);
}

/**
 * Resolves after `delayMs` milliseconds, or rejects with the signal's reason when it aborts. Leaves no timer and no listener behind.
 *
 * @param onStart receives a function that resolves the promise early. The function it returns is called before the promise settles.
 */
export function sleep(
  delayMs: number,
  signal: AbortSignal | undefined,
  clock: Clock,
  onStart?: (wake: () => void) => () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      stop();
      signal?.removeEventListener("abort", end);
      cleanUp?.();
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const stop = startTimer(clock, delayMs, end);
    const cleanUp = onStart?.(end);
    signal?.addEventListener("abort", end);
    // A signal that has already aborted fires no event.
    if (signal?.aborted) end();
  });
}
