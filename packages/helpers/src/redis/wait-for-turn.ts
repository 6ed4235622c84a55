import type { Exchange } from "@segment-iam/client";
import { WaitTooLongError } from "../rate-limit/wait-too-long-error.ts";
import type { Clock } from "../time/clock.ts";
import { startTimer } from "../time/start-timer.ts";
import type { SharedPass } from "./shared-pace.ts";
import type { TurnQueue, Waiter } from "./turn-queue.ts";

/** A call in the queue. */
export interface WaitingCall extends Waiter {
  /** When it gives up, in monotonic milliseconds. */
  readonly expiresAtMs: number;
  /** Lets it go: with leave that was taken, or without, to be paced locally. */
  admit(pass: SharedPass | undefined): void;
  /** Ends its wait, since there would be no leave before that time. */
  giveUp(untilMs: number): void;
}

/** A call whose turn has come. */
export interface Turn {
  readonly pass: SharedPass | undefined;
  readonly expiresAtMs: number;
}

/**
 * Puts a call into the queue. However its wait ends, it has left the queue then, and no timer and no listener stays behind.
 *
 * @throws {WaitTooLongError} when its turn did not come in time; the signal's reason when it is aborted.
 */
export function waitForTurn(
  { operation, signal, call }: Exchange,
  queue: TurnQueue<WaitingCall>,
  maxWaitMs: number,
  clock: Clock,
): Promise<Turn> {
  const expiresAtMs = clock.now() + maxWaitMs;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      queue.delete(entry);
      stop();
      signal?.removeEventListener("abort", abort);
    };
    const abort = (): void => {
      leave();
      reject(signal?.reason);
    };
    const entry: WaitingCall = {
      priority: call.options.priority ?? "interactive",
      isReturning: call.attempts > 0,
      expiresAtMs,
      admit: (pass) => {
        leave();
        resolve({ pass, expiresAtMs });
      },
      giveUp: (untilMs) => {
        leave();
        reject(new WaitTooLongError(operation.id, maxWaitMs, Math.max(0, untilMs - clock.now())));
      },
    };
    const stop = startTimer(clock, maxWaitMs, () => entry.giveUp(clock.now()));
    signal?.addEventListener("abort", abort, { once: true });
    queue.add(entry);
  });
}
