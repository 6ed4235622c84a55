import { TimeoutError, type Exchange } from "@segment-iam/client";
import { followSignal } from "../follow-signal.ts";
import type { Clock } from "../time/clock.ts";
import { startTimer } from "../time/start-timer.ts";

/**
 * Runs a whole call under a deadline: the exchange it is given has a signal that also aborts when the time is up.
 *
 * @throws {TimeoutError} as that signal's reason, when `deadlineMs` milliseconds were not enough.
 */
export async function withDeadline<Result>(
  exchange: Exchange,
  deadlineMs: number,
  clock: Clock,
  run: (exchange: Exchange) => Promise<Result>,
): Promise<Result> {
  const { operation, call } = exchange;
  const controller = new AbortController();
  const unfollow = followSignal(exchange.signal, controller);
  const stop = startTimer(clock, deadlineMs, () => {
    controller.abort(new TimeoutError(operation.id, call.attempts, deadlineMs));
  });
  try {
    return await run({ ...exchange, signal: controller.signal });
  } finally {
    stop();
    unfollow();
  }
}
