import { ApiError, type Exchange, type Handler, type Interceptor } from "@segment-iam/client";
import { wasGated } from "../rate-limit/gated-responses.ts";
import { systemClock, type Clock } from "../time/clock.ts";
import { sleep } from "../time/sleep.ts";
import { RetryBudget } from "./retry-budget.ts";
import { createRetryPolicy, type RetryPolicy, type RetryPolicyOptions } from "./retry-policy.ts";
import { withDeadline } from "./with-deadline.ts";

const DEADLINE_MS = 60_000;
const BULK_DEADLINE_MS = 15 * 60_000;
/** How many 429s that a rate limiter waits out are free of charge in one call. */
const MAX_GATED = 5;

/** What is about to be repeated, and why. */
export interface RetryEvent {
  /** The id of the operation. */
  readonly operation: string;
  /** How many attempts have failed by now. */
  readonly attempt: number;
  /** The delay before the next one, in milliseconds. */
  readonly delayMs: number;
  /** What the last attempt failed with. */
  readonly failure: unknown;
}

/** How `retry` behaves. */
export interface RetryOptions extends RetryPolicyOptions {
  /** Decides instead of the policy made from the other options. @default createRetryPolicy(options) */
  readonly policy?: RetryPolicy | undefined;
  /**
   * How long a call may take in milliseconds, with all its attempts and waits, and its time in a rate limiter's queue.
   * @default 60_000, and 900_000 for calls with `priority: "bulk"`
   */
  readonly deadlineMs?: number | undefined;
  /** Told of each retry before its delay. What it throws fails the call. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** @default systemClock */
  readonly clock?: Clock | undefined;
}

/**
 * Makes an interceptor that sends a failed call again. Put it before `rateLimit`, so that each attempt is paced.
 *
 * One client, one `retry()`: it holds a budget that keeps retries near a tenth of the traffic in an outage. It leaves a call
 * alone that was made with `retry: false`, and a response that says `x-should-retry: false`.
 *
 * @throws {ConfigError} for an impossible number of attempts. Its calls throw `TimeoutError` past the deadline.
 */
export function retry(options: RetryOptions = {}): Interceptor {
  const { policy = createRetryPolicy(options), onRetry, clock = systemClock } = options;
  const budget = new RetryBudget();

  return (next) => (exchange) => {
    if (exchange.call.options.retry === false) return next(exchange);
    const deadlineMs =
      options.deadlineMs ?? (exchange.call.options.priority === "bulk" ? BULK_DEADLINE_MS : DEADLINE_MS);
    const endMs = clock.now() + deadlineMs;
    return withDeadline(exchange, deadlineMs, clock, (limited) => attemptUntil(endMs, next, limited));
  };

  async function attemptUntil(endMs: number, next: Handler, exchange: Exchange): Promise<Response> {
    const { operation, signal } = exchange;
    let failed = 0;
    let gated = 0;
    for (;;) {
      const outcome = await attempt(next, exchange);
      if (outcome.failure === undefined) {
        budget.earn();
        return outcome.settle();
      }
      const waitsAtGate = outcome.gated && gated < MAX_GATED;
      if (waitsAtGate) gated += 1;
      else failed += 1;
      const delayMs = outcome.final ? undefined : policy(outcome.failure, Math.max(failed, 1), operation);
      if (delayMs === undefined || clock.now() + delayMs >= endMs) return outcome.settle();
      if (!waitsAtGate && !budget.spend()) return outcome.settle();
      onRetry?.({ operation: operation.id, attempt: failed + gated, delayMs, failure: outcome.failure });
      if (!waitsAtGate) await sleep(delayMs, signal, clock);
    }
  }
}

/** How one attempt ended. */
interface Outcome {
  /** What went wrong, `undefined` for a success. */
  readonly failure: unknown;
  /** Whether nobody may send again, whatever a policy says. */
  readonly final: boolean;
  /** Whether a rate limiter further in holds the next attempt back for as long as the server asked. */
  readonly gated: boolean;
  /** Ends the call the way the attempt ended: with its response, or with what it threw. */
  settle(): Response;
}

async function attempt(next: Handler, exchange: Exchange): Promise<Outcome> {
  const { request, operation, signal, call } = exchange;
  const replayable = !request.bodyUsed;
  try {
    // Firefox does not tell whether a request has a body: there it is undefined.
    const isSpent = request.body === null || !replayable;
    const response = await next({ ...exchange, request: isSpent ? request : request.clone() });
    const failure = response.ok ? undefined : await ApiError.from(response.clone(), operation.id, call.attempts);
    const final = !replayable || failure?.final === true;
    return { failure, final, gated: wasGated(response), settle: () => response };
  } catch (failure) {
    const settle = (): never => {
      throw failure;
    };
    return { failure, final: !replayable || signal?.aborted === true, gated: false, settle };
  }
}
