import type { Exchange, Handler } from "@segment-iam/client";
import { followSignal } from "../follow-signal.ts";
import type { RateLimiter } from "../rate-limit/rate-limit.ts";
import { WaitTooLongError } from "../rate-limit/wait-too-long-error.ts";
import type { Clock } from "../time/clock.ts";
import { startTimer } from "../time/start-timer.ts";

/** What sending under a local limiter needs. */
export interface SendLocallyOptions {
  readonly exchange: Exchange;
  readonly next: Handler;
  readonly local: RateLimiter;
  /** How long it may still wait, in milliseconds. */
  readonly maxWaitMs: number;
  readonly clock: Clock;
}

/**
 * Sends a call under a limiter that is not told how long this one may still wait.
 *
 * @throws {WaitTooLongError} when its turn did not come in time; the signal's reason when it is aborted.
 */
export async function sendLocally({ exchange, next, local, maxWaitMs, clock }: SendLocallyOptions): Promise<Response> {
  const waiting = new AbortController();
  const unfollow = followSignal(exchange.signal, waiting);
  const stop = startTimer(clock, maxWaitMs, () =>
    waiting.abort(new WaitTooLongError(exchange.operation.id, maxWaitMs, 0)),
  );
  const end = (): void => {
    stop();
    unfollow();
  };
  const send: Handler = (own) => {
    end();
    return next({ ...own, signal: exchange.signal });
  };
  try {
    return await local(send)({ ...exchange, signal: waiting.signal });
  } finally {
    end();
  }
}
