import type { Interceptor, OperationDescriptor } from "@segment-iam/client";
import { rateLimit, type RateLimiter, type RateLimitOptions } from "../rate-limit/rate-limit.ts";
import { systemClock } from "../time/clock.ts";
import { ModeSwitch, type Mode, type ModeChange } from "./mode-switch.ts";
import { SharedGate } from "./shared-gate.ts";
import type { Priority, SharedWindows } from "./shared-windows.ts";

/** How long calls of each class wait at most, where nothing else is said. */
const MAX_WAIT_MS: Readonly<Record<Priority, number>> = { interactive: 120_000, bulk: 15 * 60_000 };

/** How `sharedRateLimit` behaves. */
export interface SharedRateLimitOptions extends RateLimitOptions {
  /** Where the windows are kept. */
  readonly windows: SharedWindows;
  /** Told of each change between the shared count and local pacing. */
  readonly onModeChange?: ((change: ModeChange) => void) | undefined;
}

/** An interceptor that paces calls by a count that processes share, and can be asked how things stand. */
export interface SharedRateLimiter extends RateLimiter {
  /** Where the count is kept at the moment. */
  readonly mode: Mode;
}

/**
 * Makes what `redisRateLimit` makes, over windows that are kept anywhere: for another store, or a simulation.
 *
 * Its calls throw `QueueFullError` when too many wait, and `WaitTooLongError` when their turn would come too late.
 */
export function sharedRateLimit(options: SharedRateLimitOptions): SharedRateLimiter {
  const { windows, onModeChange, maxQueue = 10_000, clock = systemClock } = options;
  const maxWaitMs = (priority: Priority): number => options.maxWaitMs ?? MAX_WAIT_MS[priority];
  const modes = new ModeSwitch({ check: () => windows.check(), clock });
  const local = rateLimit({ maxQueue, maxWaitMs: options.maxWaitMs, clock });
  const gates = new Map<string, SharedGate>();
  if (onModeChange) modes.subscribe(onModeChange);

  function gateOf(operation: OperationDescriptor): SharedGate {
    // Not by its id: a raw call such as `iam.GET("/users")` counts in the same window.
    const key = `${operation.method} ${operation.path}`;
    const known = gates.get(key);
    if (known) return known;
    const gate = new SharedGate({ operation, key, windows, modes, local, maxQueue, maxWaitMs, clock });
    gates.set(key, gate);
    return gate;
  }

  const interceptor: Interceptor = (next) => (exchange) => gateOf(exchange.operation).run(exchange, next);

  return Object.defineProperties(
    Object.assign(interceptor, {
      mode: modes.mode,
      state: (operation: OperationDescriptor) => gateOf(operation).state,
      subscribe: (operation: OperationDescriptor, listener: () => void) => gateOf(operation).subscribe(listener),
    }),
    { mode: { get: () => modes.mode } },
  );
}
