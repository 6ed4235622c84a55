import type { Clock } from "./clock.ts";
import { startTimer } from "./start-timer.ts";

/**
 * Waits, or rejects with the signal's reason once it is aborted. However it ends, no timer and no listener stays behind.
 *
 * @param begin called with a function that ends the wait early; what it answers with is called at the end, before anybody else
 *   learns of it
 */
export function sleep(
  delayMs: number,
  signal: AbortSignal | undefined,
  clock: Clock,
  begin?: (wake: () => void) => () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      stop();
      signal?.removeEventListener("abort", end);
      finish?.();
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const stop = startTimer(clock, delayMs, end);
    const finish = begin?.(end);
    signal?.addEventListener("abort", end);
    // An event that has passed is not told again.
    if (signal?.aborted) end();
  });
}
