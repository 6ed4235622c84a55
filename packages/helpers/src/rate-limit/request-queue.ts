import type { RequestContext } from "@segment-iam/client";
import { sleep, startTimer, systemClock } from "../clock.ts";
import { Listeners } from "../listeners.ts";
import { defaultWaitMs } from "./default-wait.ts";
import { QueueFullError, WaitTooLongError } from "./rate-limit-errors.ts";
import type { RateLimitWindow } from "./rate-limit-window.ts";
import type { RateLimitOptions, RateLimitState, RequestQueue } from "./types.ts";

/** After this many interactive calls in a row, a waiting bulk call is sent, so that bulk calls do not starve. */
const MAX_INTERACTIVE_IN_A_ROW = 9;
const MAX_WAIT_MS = 120_000;

/** A call in the queue. */
interface QueuedCall<Permit> {
  /** Whether an earlier attempt was made, for example one that got a 429. Such calls go before new ones. */
  readonly isReturning: boolean;
  /** Its deadline in monotonic milliseconds. */
  readonly expiresAtMs: number;
  /** Ends the wait of the call. */
  wake(): void;
  /** Returns the permit, or throws if the wait ended without one. */
  outcome(): Permit;
  /** The last estimate of its remaining wait, in milliseconds. */
  estimatedWaitMs?: number;
}

/** Creates the queue of one operation. */
export function createRequestQueue<Permit>(
  window: RateLimitWindow<Permit>,
  { maxQueueSize = 10_000, maxWaitMs, clock = systemClock }: RateLimitOptions,
): RequestQueue<Permit> {
  const interactive: QueuedCall<Permit>[] = [];
  const bulk: QueuedCall<Permit>[] = [];
  const listeners = new Listeners();
  /** The wall-clock time at which the monotonic clock was 0, in epoch milliseconds. */
  const epochMs = Date.now() - clock.now();
  let interactiveInARow = 0;
  /** When the timer at the end of the window fires, or `Infinity` without a timer. */
  let wakesAtMs = Infinity;
  let stopTimer: (() => void) | undefined;
  let lastState: RateLimitState | undefined;

  const queued = (): number => interactive.length + bulk.length;

  function state(): RateLimitState {
    const nowMs = clock.now();
    const remaining = window.remaining(nowMs);
    const next: RateLimitState = {
      limit: finite(window.limit()),
      remaining: finite(remaining),
      resetAtMs: finite(Math.round(epochMs + window.endsAtMs(nowMs))),
      blocked: remaining === 0,
      queued: queued(),
    };
    if (JSON.stringify(next) !== JSON.stringify(lastState)) lastState = next;
    return lastState ?? next;
  }

  /** Sets the timer if a call or a listener needs it, and notifies listeners. Only waiting calls keep a process alive. */
  function update(nowMs = clock.now()): void {
    const endMs = listeners.size + queued() > 0 ? window.endsAtMs(nowMs) : Infinity;
    // A timer that is due but fires late is not replaced, because it sends the next call.
    if (endMs !== wakesAtMs && wakesAtMs > nowMs) {
      stopTimer?.();
      wakesAtMs = endMs;
      stopTimer = endMs < Infinity ? startTimer(clock, endMs - nowMs, drainAtEnd, false) : undefined;
    }
    if (listeners.size > 0 && lastState !== state()) listeners.notify();
  }

  function drainAtEnd(): void {
    wakesAtMs = Infinity;
    drain();
  }

  /** Returns the next call that can be sent. If interactive calls cannot be sent, bulk calls cannot either. */
  function nextCall(nowMs: number): QueuedCall<Permit> | undefined {
    if ((!interactive[0] || interactiveInARow >= MAX_INTERACTIVE_IN_A_ROW) && bulk[0] && window.canSend(true, nowMs)) {
      interactiveInARow = 0;
      return bulk[0];
    }
    if (!interactive[0] || !window.canSend(false, nowMs)) return undefined;
    interactiveInARow = bulk[0] ? interactiveInARow + 1 : 0;
    return interactive[0];
  }

  function drain(): void {
    // Uses one timestamp for all steps, so that no window ends between the last check and setting the timer.
    const nowMs = clock.now();
    for (let call = nextCall(nowMs); call; call = nextCall(nowMs)) {
      const permit = window.reserve(call === bulk[0], nowMs);
      call.outcome = () => permit;
      call.wake();
    }
    update(nowMs);
  }

  function rejectExpired(): void {
    const nowMs = clock.now();
    let ahead = 0;
    for (const call of [...interactive, ...bulk]) {
      call.estimatedWaitMs = window.estimatedWaitMs(ahead, ahead >= interactive.length, nowMs);
      if (nowMs + call.estimatedWaitMs > call.expiresAtMs) call.wake();
      else ahead += 1;
    }
  }

  async function wait(context: RequestContext, isBulk: boolean, nowMs: number): Promise<Permit> {
    const { operation, signal, call } = context;
    if (queued() >= maxQueueSize) throw new QueueFullError(operation.id, call.attempts, queued());
    const queue = isBulk ? bulk : interactive;
    const isReturning = call.attempts > 0;
    const firstNew = isReturning ? queue.findIndex((other) => !other.isReturning) : -1;
    const place = firstNew < 0 ? queue.length : firstNew;
    const waitMs = window.estimatedWaitMs(place + (isBulk ? interactive.length : 0), isBulk, nowMs);
    const longestMs = maxWaitMs ?? defaultWaitMs(MAX_WAIT_MS, call.options.priority, window.lengthMs());
    const allowedMs = Math.min(longestMs, call.timeLeftMs?.() ?? Infinity);
    const tooLong = (waitMs: number) => new WaitTooLongError(operation.id, call.attempts, allowedMs, waitMs);
    if (waitMs > allowedMs) throw tooLong(waitMs);
    const queuedCall: QueuedCall<Permit> = {
      isReturning,
      expiresAtMs: nowMs + allowedMs,
      wake: () => {},
      outcome: () => {
        throw tooLong(queuedCall.estimatedWaitMs ?? window.estimatedWaitMs(0, isBulk, clock.now()));
      },
    };
    const waiting = sleep(allowedMs, signal, clock, (wake) => {
      queuedCall.wake = wake;
      queue.splice(place, 0, queuedCall);
      return () => {
        queue.splice(queue.indexOf(queuedCall), 1);
        update();
      };
    });
    // Notifies listeners only now, because a listener can send the call, for example with `reset`.
    update(nowMs);
    await waiting;
    return queuedCall.outcome();
  }

  return {
    setSpecLimit: window.setSpecLimit,
    state,
    drain,
    rejectExpired,
    waiting: (isBulk) => (isBulk ? bulk : interactive).length,

    subscribe(listener) {
      // Updates the state first, so that the new listener is only notified of later changes.
      state();
      const remove = listeners.add(listener);
      update();
      return () => {
        remove();
        update();
      };
    },

    acquire(context) {
      const { signal, call } = context;
      if (signal?.aborted) throw signal.reason;
      const nowMs = clock.now();
      const isBulk = call.options.priority === "bulk";
      const isQueued = interactive.length > 0 || (isBulk && bulk.length > 0);
      if (isQueued || !window.canSend(isBulk, nowMs)) return wait(context, isBulk, nowMs);
      const permit = window.reserve(isBulk, nowMs);
      update(nowMs);
      return permit;
    },

    reset() {
      window.reset();
      drain();
    },

    release(permit, info) {
      window.record(permit, info, clock.now());
      drain();
      if (!permit || info?.isRateLimited) rejectExpired();
    },
  };
}

function finite(value: number): number | undefined {
  return value < Infinity ? value : undefined;
}
