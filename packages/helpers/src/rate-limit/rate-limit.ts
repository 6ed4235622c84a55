import type { Interceptor, OperationDescriptor } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { createRequestQueue, type RequestQueue, type RequestQueueOptions } from "./request-queue.ts";
import { createRateLimitWindow, type Permit } from "./rate-limit-window.ts";
import type { RateLimitState } from "./rate-limit-state.ts";
import { sendQueued } from "./send-queued.ts";

/** How `rateLimit` behaves, for each operation by itself. */
export interface RateLimitOptions extends RequestQueueOptions {}

/** An interceptor that paces calls, and can be asked how things stand. */
export interface RateLimiter extends Interceptor {
  /** How an operation's limit stands now. The same object until something changes. */
  state(operation: OperationDescriptor): RateLimitState;
  /** Calls back after each change of an operation's state; answers with a function that ends this. What it throws goes to the console. */
  subscribe(operation: OperationDescriptor, listener: () => void): () => void;
}

/**
 * Makes an interceptor that holds calls back instead of sending them into a 429. Put it after `retry`.
 *
 * It learns each operation's window from the answers, and never compares the local wall clock with the server's. A window that it
 * does not know is opened by one request; the others wait for its answer. A call waits in order, as long as `maxWaitMs` allows,
 * and leaves when its signal aborts. One client, one `rateLimit()`: limits are counted by token.
 *
 * @throws {ConfigError} when `maxQueue` or `maxWaitMs` is less than 0 or `NaN`. Its calls throw `QueueFullError` when too many wait,
 *   and `WaitTooLongError` when their turn would come too late.
 */
export function rateLimit(options: RateLimitOptions = {}): RateLimiter {
  checkOptions(options);
  const gates: Record<string, RequestQueue<Permit>> = {};

  function gateOf({ method, path, limit }: OperationDescriptor): RequestQueue<Permit> {
    // Not by its id: a raw call such as `iam.GET("/users")` counts in the same window.
    const key = method + path;
    const gate = (gates[key] ??= createRequestQueue(createRateLimitWindow(), options));
    // A raw call does not know the limit, and may be the first.
    gate.assume(limit);
    return gate;
  }

  const interceptor: Interceptor = (next) => (exchange) => sendQueued(gateOf(exchange.operation), exchange, next);

  return Object.assign(interceptor, {
    state: (operation: OperationDescriptor) => gateOf(operation).state(),
    subscribe: (operation: OperationDescriptor, listener: () => void) => gateOf(operation).subscribe(listener),
  });
}
