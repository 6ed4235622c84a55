import type { Exchange } from "@segment-iam/client";
import { Listeners } from "../listeners.ts";
import { systemClock, type Clock } from "../time/clock.ts";
import { sleep } from "../time/sleep.ts";
import { startTimer } from "../time/start-timer.ts";
import type { RateLimitWindow } from "./rate-limit-window.ts";
import { QueueFullError } from "./queue-full-error.ts";
import { readState, type RateLimitState } from "./rate-limit-state.ts";
import type { RateLimitInfo } from "./read-rate-limit-info.ts";
import { WaitTooLongError } from "./wait-too-long-error.ts";
import type { QueuedCall } from "./queued-call.ts";

/** How many interactive calls go first when bulk work waits too, so that it never starves. */
const INTERACTIVE_IN_A_ROW = 9;

/** How a gate keeps calls waiting. */
export interface RequestQueueOptions {
  /** How many calls may wait. @default 10_000 */
  readonly maxQueue?: number | undefined;
  /** How long a call may wait for its turn, in milliseconds. @default 120_000, and 900_000 with `priority: "bulk"` */
  readonly maxWaitMs?: number | undefined;
  /** @default systemClock */
  readonly clock?: Clock | undefined;
}

/** The effects of pacing one operation: holds calls back for as long as its pace says, and tells who watches. */
export interface RequestQueue<Permit> {
  /** Takes in what the spec states, from whoever knows it. */
  readonly assume: RateLimitWindow["assume"];
  /** How things stand; the same object until something changes. */
  state(): RateLimitState;
  subscribe(listener: () => void): () => void;
  /**
   * Waits for a call's turn, when it does not have it at once.
   *
   * @throws {QueueFullError} when too many wait already.
   * @throws {WaitTooLongError} when its turn would come too late, or did not come in time.
   */
  enter(exchange: Exchange): Permit | Promise<Permit>;
  /** Takes in what came of a call that had entered. */
  leave(pass: Permit, answer: RateLimitInfo | undefined): void;
  /** How many calls of a class wait. */
  waiting(isBulk: boolean): number;
  /** Lets calls go whose turn has come, when the pace has opened by something else than time or an answer. */
  admit(): void;
  /** Turns away who would wait in vain, when it is known by something else than an answer how long that would be. */
  turnAway(): void;
}

/** Makes a gate in front of a pace. */
export function createRequestQueue<Permit>(
  pace: RateLimitWindow<Permit>,
  { maxQueue = 10_000, maxWaitMs, clock = systemClock }: RequestQueueOptions,
): RequestQueue<Permit> {
  const interactive: QueuedCall<Permit>[] = [];
  const bulk: QueuedCall<Permit>[] = [];
  const listeners = new Listeners();
  /** The local clock at the start of the monotonic one, in epoch milliseconds. */
  const epochMs = Date.now() - clock.now();
  let interactiveInARow = 0;
  /** When the timer is set for that looks whether somebody may go; `Infinity` when there is none. */
  let wakesAtMs = Infinity;
  let stopTimer: (() => void) | undefined;
  let shown: RateLimitState | undefined;

  const queued = (): number => interactive.length + bulk.length;

  function state(): RateLimitState {
    const next = readState(pace, queued(), clock.now(), epochMs);
    if (JSON.stringify(next) !== JSON.stringify(shown)) shown = next;
    return shown ?? next;
  }

  /** Sets the timer if that matters to anybody, and tells who watches. Who waits has a timer that keeps the process alive. */
  function update(nowMs = clock.now()): void {
    const endMs = listeners.size + queued() > 0 ? pace.endsAtMs(nowMs) : Infinity;
    // Timers fire late. One that is due stays, although its window is over: nobody else would let the next call go.
    if (endMs !== wakesAtMs && wakesAtMs > nowMs) {
      stopTimer?.();
      wakesAtMs = endMs;
      stopTimer = endMs < Infinity ? startTimer(clock, endMs - nowMs, onTimer, false) : undefined;
    }
    if (listeners.size > 0 && shown !== state()) listeners.notify();
  }

  function onTimer(): void {
    wakesAtMs = Infinity;
    admit();
  }

  /** Whose turn it is. Bulk work never may go where interactive calls may not. */
  function next(nowMs: number): QueuedCall<Permit> | undefined {
    if ((!interactive[0] || interactiveInARow >= INTERACTIVE_IN_A_ROW) && bulk[0] && pace.isOpen(true, nowMs)) {
      interactiveInARow = 0;
      return bulk[0];
    }
    if (!interactive[0] || !pace.isOpen(false, nowMs)) return undefined;
    interactiveInARow = bulk[0] ? interactiveInARow + 1 : 0;
    return interactive[0];
  }

  function admit(): void {
    // One time for all of it: no window can end between the last look at who may go and the timer for the others.
    const nowMs = clock.now();
    for (let waiter = next(nowMs); waiter; waiter = next(nowMs)) {
      const pass = pace.send(nowMs);
      waiter.outcome = () => pass;
      waiter.wake();
    }
    update(nowMs);
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

  async function wait(
    { operation: { id }, signal, call }: Exchange,
    isBulk: boolean,
    ahead: number,
    nowMs: number,
  ): Promise<Permit> {
    if (queued() >= maxQueue) throw new QueueFullError(id, queued());
    const allowedMs = Math.min(maxWaitMs ?? (isBulk ? 900_000 : 120_000), call.timeLeftMs?.() ?? Infinity);
    const tooLong = (waitMs: number) => new WaitTooLongError(id, allowedMs, waitMs);
    const waitMs = pace.waitMs(ahead, isBulk, nowMs);
    if (waitMs > allowedMs) throw tooLong(waitMs);
    const queue = isBulk ? bulk : interactive;
    const waiter: QueuedCall<Permit> = {
      isReturning: call.attempts > 0,
      expiresAtMs: nowMs + allowedMs,
      wake: () => {},
      outcome: () => {
        throw tooLong(waiter.foreseenMs ?? pace.waitMs(0, isBulk, clock.now()));
      },
    };
    await sleep(allowedMs, signal, clock, (wake) => {
      waiter.wake = wake;
      const place = waiter.isReturning ? queue.findIndex(({ isReturning }) => !isReturning) : -1;
      queue.splice(place < 0 ? queue.length : place, 0, waiter);
      update(nowMs);
      return () => {
        queue.splice(queue.indexOf(waiter), 1);
        update();
      };
    });
    return waiter.outcome();
  }

  return {
    assume: pace.assume,
    state,
    admit,
    turnAway,
    waiting: (isBulk) => (isBulk ? bulk : interactive).length,

    subscribe(listener) {
      // Who begins to watch knows how things stand.
      state();
      const remove = listeners.add(listener);
      update();
      return () => {
        remove();
        update();
      };
    },

    enter(exchange) {
      const { signal, call } = exchange;
      if (signal?.aborted) throw signal.reason;
      const nowMs = clock.now();
      const isBulk = call.options.priority === "bulk";
      const ahead = interactive.length + (isBulk ? bulk.length : 0);
      if (ahead > 0 || !pace.isOpen(isBulk, nowMs)) return wait(exchange, isBulk, ahead, nowMs);
      const pass = pace.send(nowMs);
      update(nowMs);
      return pass;
    },

    leave(pass, answer) {
      pace.receive(pass, answer, clock.now());
      admit();
      if (!pass || answer?.refused) turnAway();
    },
  };
}
