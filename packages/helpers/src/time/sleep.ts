import type { Clock } from "./clock.ts";
import { startTimer } from "./start-timer.ts";

/** Waits, or rejects with the signal's reason once it is aborted. However it ends, no timer and no listener stays behind. */
export function sleep(delayMs: number, signal: AbortSignal | undefined, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = startTimer(clock, delayMs, () => {
      signal?.removeEventListener("abort", abort);
      resolve();
    });
    function abort(): void {
      stop();
      reject(signal?.reason);
    }
    signal?.addEventListener("abort", abort, { once: true });
  });
}
