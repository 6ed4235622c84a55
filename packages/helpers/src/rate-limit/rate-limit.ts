import type { RequestContext, Handler, Interceptor, OperationDescriptor } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { createRateLimitWindow } from "./rate-limit-window.ts";
import { readRateLimitError, readRateLimitInfo, type RateLimitInfo } from "./read-rate-limit-info.ts";
import { createRequestQueue } from "./request-queue.ts";
import type { RateLimitOptions, RateLimitState, RequestQueue } from "./types.ts";

/** An interceptor that delays calls to respect rate limits, and exposes their state. */
export interface RateLimiter extends Interceptor {
  /** Returns the state of an operation's limit. Returns the same object until the state changes. */
  state(operation: OperationDescriptor): RateLimitState;
  /**
   * Calls `listener` after each change of an operation's state. Returns a function that ends the subscription. Errors
   * thrown by the listener are logged with `console.error`.
   */
  subscribe(operation: OperationDescriptor, listener: () => void): () => void;
  /**
   * Discards what responses stated about an operation's limit, such as the delay of a 429, and sends waiting calls. Without an operation,
   * it does so for all operations.
   */
  reset(operation?: OperationDescriptor): void;
}

/**
 * Creates an interceptor that delays calls before they exceed a rate limit. Put it after `retry`.
 *
 * Learns each operation's window from responses, and never compares the local wall clock with the server's. At the start of a window,
 * one request is sent, and the other calls wait for its response. Calls are sent in order, wait for at most `maxWaitMs`, and leave the
 * queue when their signal aborts. A stated delay of over an hour is ignored, unless windows are about as long. Use one `rateLimit()` for
 * each client, because the API counts requests by token.
 *
 * Calls throw `QueueFullError` when the queue is full, and `WaitTooLongError` when their wait would exceed `maxWaitMs`.
 *
 * @throws {ConfigError} when `maxQueueSize` or `maxWaitMs` is less than 0 or `NaN`
 */
export function rateLimit(options: RateLimitOptions = {}): RateLimiter {
  checkOptions(options);
  return createRateLimiter(() => createRequestQueue(createRateLimitWindow(), options), sendQueued);
}

/**
 * Creates a rate limiter with one queue for each method and path. The operation's id is not part of the key, so a raw call such as
 * `iam.GET("/users")` shares the window.
 */
export function createRateLimiter<
  Queue extends Pick<RequestQueue<unknown>, "setSpecLimit" | "state" | "subscribe" | "reset">,
>(
  createQueue: (key: string) => Queue,
  send: (queue: Queue, context: RequestContext, next: Handler) => Promise<Response>,
): RateLimiter {
  const queues: Record<string, Queue> = {};

  function queueOf({ method, path, rateLimit }: OperationDescriptor): Queue {
    const key = `${method} ${path}`;
    const queue = (queues[key] ??= createQueue(key));
    // Set at each call, because a raw call has no limit in its descriptor.
    queue.setSpecLimit(rateLimit);
    return queue;
  }

  const interceptor: Interceptor = (next) => (context) => send(queueOf(context.operation), context, next);

  return Object.assign(interceptor, {
    state: (operation: OperationDescriptor) => queueOf(operation).state(),
    subscribe: (operation: OperationDescriptor, listener: () => void) => queueOf(operation).subscribe(listener),
    reset: (operation?: OperationDescriptor) => {
      for (const queue of operation ? [queueOf(operation)] : Object.values(queues)) queue.reset();
    },
  });
}

/**
 * The 429 responses whose delay a queue enforces. `retry` does not wait for that delay again, and does not count the first five of them
 * as attempts of a call.
 */
export const rateLimitedResponses: WeakSet<Response> = new WeakSet();

/** Sends a call when the queue permits it, and records the response. It acquires the permit or joins the queue synchronously. */
export async function sendQueued<Permit>(
  queue: Pick<RequestQueue<Permit>, "acquire" | "release">,
  context: RequestContext,
  next: Handler,
): Promise<Response> {
  const permit = await queue.acquire(context);
  let info: RateLimitInfo | undefined;
  try {
    const response = await next(context);
    info = response.status === 429 ? await readRateLimitError(response, context) : readRateLimitInfo(response, context);
    if (info.isRateLimited && !info.isImplausible) rateLimitedResponses.add(response);
    return response;
  } finally {
    queue.release(permit, info);
  }
}
