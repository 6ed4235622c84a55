import type { Clock } from "../time/clock.ts";
import { startTimer } from "../time/start-timer.ts";

/**
 * Settles as a promise does, or rejects after `timeoutMs`. What becomes of it later is handed to `onLate`, and its failure then to
 * nobody.
 */
export async function withTimeout<Value>(
  promise: Promise<Value>,
  timeoutMs: number,
  clock: Clock,
  onLate?: (value: Value) => void,
): Promise<Value> {
  let stop: (() => void) | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const giveUp = (): void => {
      promise.then(onLate).catch(() => {});
      reject(new Error(`Redis did not answer within ${timeoutMs} ms`));
    };
    // In a process that was busy itself, timers come before the answer that has arrived meanwhile.
    stop = startTimer(clock, timeoutMs, () => void (stop = startTimer(clock, 0, giveUp)));
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    stop?.();
  }
}
