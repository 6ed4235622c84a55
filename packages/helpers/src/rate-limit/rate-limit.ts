import type { RequestContext, Handler, Interceptor, OperationDescriptor } from "@segment-iam/client";
import { checkOptions } from "../check-options.ts";
import { createRateLimitWindow } from "./rate-limit-window.ts";
import { readRateLimitError, readRateLimitInfo, type RateLimitInfo } from "./read-rate-limit-info.ts";
import { createRequestQueue, type RequestQueue } from "./request-queue.ts";
import type { RateLimitOptions, RateLimitState } from "./types.ts";

/** An interceptor that delays calls to respect rate limits, and shows the state of each. */
export interface RateLimiter extends Interceptor {
  /** Returns the state of an operation's limit. The object is the same until something changes. */
  state(operation: OperationDescriptor): RateLimitState;
  /**
   * Calls `listener` after each change of an operation's state. Returns a function that ends the subscription. Errors that the
   * listener throws go to `console.error`.
   */
  subscribe(operation: OperationDescriptor, listener: () => void): () => void;
}

/**
 * Creates an interceptor that delays calls instead of running into a 429. Put it after `retry`.
 *
 * It learns each operation's window from responses, and never compares the local wall clock with the server's. An unknown window is
 * opened by one request, while the other calls wait for its response. Calls are sent in order, wait for `maxWaitMs` at most, and leave
 * the queue when their signal aborts. Use one `rateLimit()` for each client, because the API counts by token.
 *
 * Its calls throw `QueueFullError` when too many calls wait, and `WaitTooLongError` when a call would wait too long.
 *
 * @throws {ConfigError} when `maxQueueSize` or `maxWaitMs` is less than 0 or `NaN`
 */
export function rateLimit(options: RateLimitOptions = {}): RateLimiter {
  checkOptions(options);
  return createRateLimiter(() => createRequestQueue(createRateLimitWindow(), options), sendQueued);
}

/**
 * Creates a rate limiter with one queue for each method and path. Those identify the window, not the operation's id: a raw call such as
 * `iam.GET("/users")` counts in the same window.
 */
export function createRateLimiter<Queue extends Pick<RequestQueue<unknown>, "setSpecLimit" | "state" | "subscribe">>(
  createQueue: (key: string) => Queue,
  send: (queue: Queue, context: RequestContext, next: Handler) => Promise<Response>,
): RateLimiter {
  const queues: Record<string, Queue> = {};

  function queueOf({ method, path, rateLimit }: OperationDescriptor): Queue {
    const key = `${method} ${path}`;
    const queue = (queues[key] ??= createQueue(key));
    // Set at each call, because the first one may be a raw call, which does not know the limit.
    queue.setSpecLimit(rateLimit);
    return queue;
  }

  const interceptor: Interceptor = (next) => (context) => send(queueOf(context.operation), context, next);

  return Object.assign(interceptor, {
    state: (operation: OperationDescriptor) => queueOf(operation).state(),
    subscribe: (operation: OperationDescriptor, listener: () => void) => queueOf(operation).subscribe(listener),
  });
}

/**
 * The 429s whose delay a queue enforces. `retry` neither waits for them a second time nor counts them as an attempt. They are kept in
 * a set because a response is not modified on its way.
 */
export const rateLimitedResponses: WeakSet<Response> = new WeakSet();

/** Sends a call when the queue permits it, and records the response. Before the first `await`, the call is queued or has its permit. */
export async function sendQueued<Permit>(
  queue: Pick<RequestQueue<Permit>, "acquire" | "release">,
  context: RequestContext,
  next: Handler,
): Promise<Response> {
  const permit = await queue.acquire(context);
  let info: RateLimitInfo | undefined;
  try {
    const response = await next(context);
    info = response.status === 429 ? await readRateLimitError(response, context) : readRateLimitInfo(response);
    if (info.isRateLimited) rateLimitedResponses.add(response);
    return response;
  } finally {
    queue.release(permit, info);
  }
}
