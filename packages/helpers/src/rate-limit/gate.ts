import type { Exchange } from "@segment-iam/client";
import { Listeners } from "../listeners.ts";
import type { Clock } from "../time/clock.ts";
import { sleep } from "../time/sleep.ts";
import { startTimer } from "../time/start-timer.ts";
import type { Pace } from "./pace.ts";
import { QueueFullError } from "./queue-full-error.ts";
import type { RateLimitState } from "./rate-limit-state.ts";
import type { Answer } from "./read-answer.ts";
import { WaitTooLongError } from "./wait-too-long-error.ts";

/** How many interactive calls go first when bulk work waits too, so that it never starves. */
const INTERACTIVE_IN_A_ROW = 9;

/** A call that waits for its turn. */
interface Waiter<Pass> {
  /** Whether it was sent before and refused. Those keep their place before the ones that were not. */
  readonly isReturning: boolean;
  /** When its turn would come too late, in monotonic milliseconds. */
  readonly expiresAtMs: number;
  /** Ends the wait, once one of the next two is set. */
  wake(): void;
  admitted?: { readonly pass: Pass };
  /** How long it would still have had to wait, in milliseconds. */
  foreseenMs?: number;
}

/** The effects of pacing one operation: holds calls back for as long as its pace says, and tells who watches. */
export interface Gate<Pass> {
  /** How things stand; the same object until something changes. */
  state(): RateLimitState;
  subscribe(listener: () => void): () => void;
  /**
   * Waits for a call's turn.
   *
   * @throws {QueueFullError} when too many wait already.
   * @throws {WaitTooLongError} when its turn would come too late, or did not come in time.
   */
  enter(exchange: Exchange): Pass | Promise<Pass>;
  /** Takes in what came of a call that had entered. */
  leave(pass: Pass, answer: Answer | undefined): void;
  /** How many calls of a class wait. */
  waiting(isBulk: boolean): number;
  /** Lets calls go whose turn has come, when the pace has opened by something else than time or an answer. */
  admit(): void;
  /** Turns away who would wait in vain, when it is known by something else than an answer how long that would be. */
  turnAway(): void;
}

/** Makes a gate in front of a pace. */
export function createGate<Pass>(
  pace: Pace<Pass>,
  maxQueue: number,
  maxWaitMs: (isBulk: boolean) => number,
  clock: Clock,
): Gate<Pass> {
  const interactive: Waiter<Pass>[] = [];
  const bulk: Waiter<Pass>[] = [];
  const listeners = new Listeners();
  let interactiveInARow = 0;
  /** When the timer is set for that looks whether somebody may go. */
  let wakesAtMs = Infinity;
  let stopTimer: (() => void) | undefined;
  let shown: RateLimitState | undefined;
  let shownEndMs: number | undefined;
  let resetAtMs: number | undefined;

  function state(): RateLimitState {
    const nowMs = clock.now();
    const remaining = pace.remaining(nowMs);
    const endMs = known(pace.endsAtMs(nowMs));
    // Worked out once for each end: the local clock may be set meanwhile.
    if (endMs !== shownEndMs) resetAtMs = endMs && Math.round(Date.now() + endMs - nowMs);
    shownEndMs = endMs;
    const next: RateLimitState = {
      limit: known(pace.limit()),
      remaining: known(remaining),
      resetAtMs,
      blocked: remaining === 0,
      queued: interactive.length + bulk.length,
    };
    if (JSON.stringify(next) !== JSON.stringify(shown)) shown = next;
    return shown ?? next;
  }

  /** Sets the timer if that matters to anybody, and tells who watches. Who waits has a timer that keeps the process alive. */
  function update(): void {
    const matters = listeners.size > 0 || interactive.length > 0 || bulk.length > 0;
    const nowMs = clock.now();
    const endMs = matters ? pace.endsAtMs(nowMs) : Infinity;
    if (endMs !== wakesAtMs) {
      stopTimer?.();
      wakesAtMs = endMs;
      stopTimer = endMs < Infinity ? startTimer(clock, endMs - nowMs, admitAll, false) : undefined;
    }
    if (listeners.size > 0 && shown !== state()) listeners.notify();
  }

  /** Whose turn it is. Bulk work never may go where interactive calls may not. */
  function next(): Waiter<Pass> | undefined {
    const nowMs = clock.now();
    const isBulkTurn = interactive.length === 0 || interactiveInARow >= INTERACTIVE_IN_A_ROW;
    if (isBulkTurn && bulk[0] && pace.isOpen(true, nowMs)) {
      interactiveInARow = 0;
      return bulk[0];
    }
    if (!interactive[0] || !pace.isOpen(false, nowMs)) return undefined;
    interactiveInARow = bulk.length > 0 ? interactiveInARow + 1 : 0;
    return interactive[0];
  }

  function admitAll(): void {
    for (let waiter = next(); waiter; waiter = next()) {
      waiter.admitted = { pass: pace.send(clock.now()) };
      waiter.wake();
    }
    update();
  }

  /** Does not let anybody wait in vain, once it is known how long that would be. */
  function turnAway(): void {
    const nowMs = clock.now();
    let ahead = 0;
    for (const waiter of [...interactive, ...bulk]) {
      waiter.foreseenMs = pace.waitMs(ahead, ahead >= interactive.length, nowMs);
      if (nowMs + waiter.foreseenMs > waiter.expiresAtMs) waiter.wake();
      else ahead += 1;
    }
  }

  async function wait(exchange: Exchange, queue: Waiter<Pass>[], allowedMs: number, nowMs: number): Promise<Pass> {
    const { operation, signal, call } = exchange;
    const waiter: Waiter<Pass> = { isReturning: call.attempts > 0, expiresAtMs: nowMs + allowedMs, wake: () => {} };
    await sleep(allowedMs, signal, clock, (wake) => {
      waiter.wake = wake;
      const place = waiter.isReturning ? queue.findIndex(({ isReturning }) => !isReturning) : -1;
      queue.splice(place < 0 ? queue.length : place, 0, waiter);
      update();
      return () => {
        queue.splice(queue.indexOf(waiter), 1);
        update();
      };
    });
    if (waiter.admitted) return waiter.admitted.pass;
    throw new WaitTooLongError(operation.id, allowedMs, waiter.foreseenMs ?? pace.waitMs(0, false, clock.now()));
  }

  return {
    state,

    subscribe(listener) {
      const remove = listeners.add(listener);
      update();
      return () => {
        remove();
        update();
      };
    },

    enter(exchange) {
      const { operation, signal, call } = exchange;
      if (signal?.aborted) throw signal.reason;
      const nowMs = clock.now();
      const isBulk = call.options.priority === "bulk";
      const ahead = interactive.length + (isBulk ? bulk.length : 0);
      if (ahead === 0 && pace.isOpen(isBulk, nowMs)) {
        const pass = pace.send(nowMs);
        update();
        return pass;
      }
      const queued = interactive.length + bulk.length;
      if (queued >= maxQueue) throw new QueueFullError(operation.id, queued);
      const allowedMs = Math.min(maxWaitMs(isBulk), call.timeLeftMs?.() ?? Infinity);
      const waitMs = pace.waitMs(ahead, isBulk, nowMs);
      if (waitMs > allowedMs) throw new WaitTooLongError(operation.id, allowedMs, waitMs);
      return wait(exchange, isBulk ? bulk : interactive, allowedMs, nowMs);
    },

    leave(pass, answer) {
      pace.receive(pass, answer, clock.now());
      admitAll();
      if (!pass || answer?.refused) turnAway();
    },

    waiting: (isBulk) => (isBulk ? bulk : interactive).length,
    admit: admitAll,
    turnAway,
  };
}

/** A figure that is not known is none to be shown. */
function known(figure: number): number | undefined {
  return figure < Infinity ? figure : undefined;
}
