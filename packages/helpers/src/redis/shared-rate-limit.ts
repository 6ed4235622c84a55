import type { Interceptor, OperationDescriptor } from "@segment-iam/client";
import type { RateLimiter, RateLimitOptions } from "../rate-limit/rate-limit.ts";
import { systemClock } from "../time/clock.ts";
import { createFailover, type Mode, type ModeChange } from "./failover.ts";
import { createSharedRequestQueue, type SharedRequestQueue } from "./shared-request-queue.ts";
import type { WindowStore } from "./window-store.ts";

/** How `sharedRateLimit` behaves. */
export interface SharedRateLimitOptions extends RateLimitOptions {
  /** Told of each change between the shared count and local pacing. What it throws goes to the console. */
  readonly onModeChange?: ((change: ModeChange) => void) | undefined;
}

/** An interceptor that paces calls by a count that processes share, and can be asked how things stand. */
export interface SharedRateLimiter extends RateLimiter {
  /** Where the count is kept at the moment. */
  readonly mode: Mode;
}

/** Makes what `redisRateLimit` makes, over windows that are kept anywhere. */
export function sharedRateLimit(windows: WindowStore, options: SharedRateLimitOptions): SharedRateLimiter {
  const { onModeChange, clock = systemClock } = options;
  const modes = createFailover(() => windows.check(), clock);
  const gates = new Map<string, SharedRequestQueue>();
  if (onModeChange) modes.subscribe(onModeChange);

  function gateOf(operation: OperationDescriptor): SharedRequestQueue {
    // Not by its id: a raw call such as `iam.GET("/users")` counts in the same window.
    const key = `${operation.method} ${operation.path}`;
    const gate = gates.get(key) ?? createSharedRequestQueue({ ...options, key, windows, modes, clock });
    gates.set(key, gate);
    // A raw call does not know the limit, and may be the first.
    gate.assume(operation.limit);
    return gate;
  }

  const interceptor: Interceptor = (next) => (exchange) => gateOf(exchange.operation).run(exchange, next);

  const limiter = Object.assign(interceptor, {
    mode: modes.mode,
    state: (operation: OperationDescriptor) => gateOf(operation).state(),
    subscribe: (operation: OperationDescriptor, listener: () => void) => gateOf(operation).subscribe(listener),
  });
  return Object.defineProperty(limiter, "mode", { get: () => modes.mode });
}
