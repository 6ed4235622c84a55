import type { RequestContext, Handler } from "@segment-iam/client";
import { startTimer, systemClock, type Clock } from "../clock.ts";
import { createRateLimiter, sendQueued, type RateLimiter } from "../rate-limit/rate-limit.ts";
import { createRequestQueue } from "../rate-limit/request-queue.ts";
import type { RateLimitOptions, RequestQueue } from "../rate-limit/types.ts";
import { createFailover, type Failover, type RateLimitMode, type RateLimitModeChange } from "./failover.ts";
import { createSharedWindow, type SharedPermit } from "./shared-window.ts";
import type { Priority, WindowStore } from "./window-store.ts";

/** Options of `sharedRateLimit`. */
export interface SharedRateLimitOptions extends RateLimitOptions {
  /** Called after each change between shared and local mode. If it throws, the error is logged with `console.error`. */
  readonly onModeChange?: ((change: RateLimitModeChange) => void) | undefined;
}

/** A rate limiter that is shared between processes. */
export interface SharedRateLimiter extends RateLimiter {
  /** The current mode: `shared` while Redis works, `local` while it is unavailable. */
  readonly mode: RateLimitMode;
}

/** Creates a shared rate limiter with any store. `redisRateLimit` uses Redis as the store. */
export function sharedRateLimit(store: WindowStore, options: SharedRateLimitOptions): SharedRateLimiter {
  const { onModeChange, clock = systemClock } = options;
  const failover = createFailover(() => store.check(), clock);
  if (onModeChange) failover.subscribe(onModeChange);
  const limiter = createRateLimiter(
    (key) => createSharedQueue({ ...options, key, store, failover, clock }),
    (queue, context, next) => queue.send(context, next),
  );
  return Object.defineProperty(limiter as SharedRateLimiter, "mode", { get: () => failover.mode });
}

/** Options of `createSharedQueue`. */
interface SharedQueueOptions extends RateLimitOptions {
  /** The key of the window in the store. */
  readonly key: string;
  readonly store: WindowStore;
  readonly failover: Failover;
  readonly clock: Clock;
}

/** The queue of one operation's calls, with a shared window. */
interface SharedQueue extends Pick<RequestQueue<SharedPermit>, "setSpecLimit" | "state" | "subscribe" | "reset"> {
  /** Sends a call when the window permits it. */
  send(context: RequestContext, next: Handler): Promise<Response>;
}

/**
 * Creates the queue of one operation.
 *
 * One command at a time is sent to the store: reports first, then requests for a permit. When the window is full, no permit is requested
 * before the time that the store stated.
 */
function createSharedQueue(options: SharedQueueOptions): SharedQueue {
  const { key, store, failover, clock } = options;
  const window = createSharedWindow();
  const queue = createRequestQueue(window, options);
  let running = 0;
  let isSyncing = false;
  let stopTimer: (() => void) | undefined;

  failover.subscribe(({ mode }) => {
    window.setMode(mode);
    queue.drain();
    void sync();
  });

  /** Returns the priorities of the waiting calls, interactive first. */
  const waiting = (): Priority[] =>
    (["interactive", "bulk"] as const).filter((priority) => queue.waiting(priority === "bulk") > 0);

  /** Sends pending reports, and requests permits for the waiting calls. */
  async function sync(): Promise<void> {
    if (isSyncing) return;
    isSyncing = true;
    stopTimer?.();
    try {
      while (failover.mode === "shared") {
        const report = window.nextReport(clock.now());
        const priority = waiting().find((priority) => window.nextPollMs(priority) <= clock.now());
        if (report) await store.report(key, report);
        else if (priority) await take(priority);
        else break;
      }
    } catch (cause) {
      failover.fail(cause);
    }
    isSyncing = false;
    if (failover.mode === "local") return;
    const atMs = Math.min(...waiting().map((priority) => window.nextPollMs(priority)));
    // This timer does not keep a process alive. The timers of waiting calls do.
    if (atMs < Infinity) stopTimer = startTimer(clock, atMs - clock.now(), () => void sync(), false);
  }

  async function take(priority: Priority): Promise<void> {
    const result = await store.take(key, priority);
    window.recordTake(result, priority, clock.now());
    if (result.kind === "full") queue.rejectExpired();
    queue.drain();
    window.dropGrant();
  }

  function changeRunning(change: number): void {
    running += change;
    failover.setBusy(queue, running > 0);
    void sync();
  }

  return {
    setSpecLimit: queue.setSpecLimit,
    state: queue.state,
    subscribe: queue.subscribe,

    reset() {
      queue.reset();
      void sync();
    },

    async send(context, next) {
      const sending = sendQueued(queue, context, next);
      changeRunning(1);
      try {
        return await sending;
      } finally {
        changeRunning(-1);
      }
    },
  };
}
