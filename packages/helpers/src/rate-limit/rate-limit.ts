import type { Interceptor, OperationDescriptor } from "@segment-iam/client";
import { systemClock, type Clock } from "../time/clock.ts";
import { createGate, type Gate } from "./gate.ts";
import { noteGated } from "./gated-responses.ts";
import { createPace, type Pass } from "./pace.ts";
import type { RateLimitState } from "./rate-limit-state.ts";
import { readAnswer, readRefusal, type Answer } from "./read-answer.ts";

const MAX_QUEUE = 10_000;
const MAX_WAIT_MS = 120_000;
const BULK_MAX_WAIT_MS = 15 * 60_000;

/** How `rateLimit` behaves. */
export interface RateLimitOptions {
  /** How many calls of one operation may wait. @default 10_000 */
  readonly maxQueue?: number | undefined;
  /** How long a call may wait for its turn, in milliseconds. @default 120_000, and 900_000 with `priority: "bulk"` */
  readonly maxWaitMs?: number | undefined;
  /** @default systemClock */
  readonly clock?: Clock | undefined;
}

/** An interceptor that paces calls, and can be asked how things stand. */
export interface RateLimiter extends Interceptor {
  /** How an operation's limit stands now. The same object until something changes. */
  state(operation: OperationDescriptor): RateLimitState;
  /** Calls back after each change of an operation's state; answers with a function that ends this. */
  subscribe(operation: OperationDescriptor, listener: () => void): () => void;
}

/**
 * Makes an interceptor that holds calls back instead of sending them into a 429. Put it after `retry`.
 *
 * It learns each operation's window from the answers, and never compares the local wall clock with the server's. A window that it
 * does not know is opened by one request; the others wait for its answer. A call waits in order, as long as `maxWaitMs` allows,
 * and leaves when its signal aborts. One client, one `rateLimit()`: limits are counted by token.
 *
 * Its calls throw `QueueFullError` when too many wait, and `WaitTooLongError` when their turn would come too late.
 */
export function rateLimit(options: RateLimitOptions = {}): RateLimiter {
  const { maxQueue = MAX_QUEUE, clock = systemClock } = options;
  const maxWaitMs = (isBulk: boolean): number => options.maxWaitMs ?? (isBulk ? BULK_MAX_WAIT_MS : MAX_WAIT_MS);
  const gates = new Map<string, Gate<Pass>>();

  function gateOf({ method, path, limit }: OperationDescriptor): Gate<Pass> {
    // Not by its id: a raw call such as `iam.GET("/users")` counts in the same window.
    const key = method + path;
    const gate = gates.get(key) ?? createGate(createPace(limit), maxQueue, maxWaitMs, clock);
    gates.set(key, gate);
    return gate;
  }

  const interceptor: Interceptor = (next) => async (exchange) => {
    const gate = gateOf(exchange.operation);
    const pass = await gate.enter(exchange);
    let answer: Answer | undefined;
    try {
      const response = await next(exchange);
      answer = response.status === 429 ? await readRefusal(response, exchange) : readAnswer(response);
      if (answer.refused) noteGated(response);
      return response;
    } finally {
      gate.leave(pass, answer);
    }
  };

  return Object.assign(interceptor, {
    state: (operation: OperationDescriptor) => gateOf(operation).state(),
    subscribe: (operation: OperationDescriptor, listener: () => void) => gateOf(operation).subscribe(listener),
  });
}
