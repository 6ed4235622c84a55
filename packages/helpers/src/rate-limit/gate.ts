import type { Call, Exchange, RateLimit } from "@segment-iam/client";
import { Listeners } from "../listeners.ts";
import type { Clock } from "../time/clock.ts";
import { startTimer } from "../time/start-timer.ts";
import { Pace, type Pass, type Priority } from "./pace.ts";
import { QueueFullError } from "./queue-full-error.ts";
import { keepIfEqual, type RateLimitState } from "./rate-limit-state.ts";
import type { Answer } from "./read-answer.ts";
import { WaitQueue, type Waiter } from "./wait-queue.ts";
import { WaitTooLongError } from "./wait-too-long-error.ts";

/** What a gate needs. */
export interface GateOptions {
  readonly limit: RateLimit | undefined;
  readonly maxQueue: number;
  readonly maxWaitMs: (priority: Priority) => number;
  readonly clock: Clock;
}

interface WaitingCall extends Waiter {
  /** When it gives up, in monotonic milliseconds. */
  readonly expiresAtMs: number;
  admit(pass: Pass): void;
  giveUp(): void;
}

/** The effects of pacing one operation: holds calls back for as long as its pace says, and tells who watches. */
export class Gate {
  readonly #options: GateOptions;
  readonly #pace: Pace;
  readonly #queue = new WaitQueue<WaitingCall>();
  readonly #listeners = new Listeners();
  readonly #sentBefore = new WeakSet<Call>();
  #timer: { readonly endMs: number; readonly stop: () => void } | undefined;
  #reset: { readonly endMs: number; readonly atMs: number } | undefined;
  #state: RateLimitState | undefined;

  constructor(options: GateOptions) {
    this.#options = options;
    this.#pace = new Pace(options.limit);
  }

  /** The same object until something changes. */
  get state(): RateLimitState {
    const nowMs = this.#options.clock.now();
    const remaining = this.#pace.remaining(nowMs);
    this.#state = keepIfEqual(this.#state, {
      limit: this.#pace.limit,
      remaining,
      resetAtMs: this.#resetAtMs(nowMs),
      blocked: remaining === 0,
      queued: this.#queue.size,
    });
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    const remove = this.#listeners.add(listener);
    this.#arm();
    return () => {
      remove();
      this.#arm();
    };
  }

  /**
   * Waits for a call's turn.
   *
   * @throws {QueueFullError} when too many wait already.
   * @throws {WaitTooLongError} when its turn would come too late, or did not come in time.
   */
  async enter(exchange: Exchange): Promise<Pass> {
    const { operation, signal, call } = exchange;
    const { clock, maxQueue } = this.#options;
    signal?.throwIfAborted();
    const priority = call.options.priority ?? "interactive";
    const ahead = this.#queue.ahead(priority);
    if (ahead === 0 && this.#pace.available(priority, clock.now()) > 0) {
      this.#sentBefore.add(call);
      const pass = this.#pace.send(clock.now());
      this.#changed();
      return pass;
    }
    if (this.#queue.size >= maxQueue) throw new QueueFullError(operation.id, this.#queue.size);
    const maxWaitMs = this.#options.maxWaitMs(priority);
    const waitMs = this.#pace.waitMs(ahead, priority, clock.now());
    if (waitMs > maxWaitMs) throw new WaitTooLongError(operation.id, maxWaitMs, waitMs);
    return this.#wait(exchange, priority, maxWaitMs);
  }

  /** Takes in what came of a call that had entered. */
  leave(pass: Pass, answer: Answer | undefined): void {
    const { clock } = this.#options;
    this.#pace.receive(pass, answer, clock.now());
    if (answer?.kind === "refused") {
      const endMs = this.#pace.endsAtMs(clock.now()) ?? 0;
      for (const call of this.#queue) if (call.expiresAtMs < endMs) call.giveUp();
    }
    this.#changed();
  }

  #wait({ operation, signal, call }: Exchange, priority: Priority, maxWaitMs: number): Promise<Pass> {
    const { clock } = this.#options;
    return new Promise((resolve, reject) => {
      const leaveQueue = (): void => {
        this.#queue.delete(entry);
        stop();
        signal?.removeEventListener("abort", abort);
      };
      const entry: WaitingCall = {
        priority,
        isReturning: this.#sentBefore.has(call),
        expiresAtMs: clock.now() + maxWaitMs,
        admit: (pass) => {
          leaveQueue();
          this.#sentBefore.add(call);
          resolve(pass);
        },
        giveUp: () => {
          leaveQueue();
          reject(new WaitTooLongError(operation.id, maxWaitMs, this.#pace.waitMs(0, priority, clock.now())));
        },
      };
      const abort = (): void => {
        leaveQueue();
        reject(signal?.reason);
        this.#changed();
      };
      const stop = startTimer(clock, maxWaitMs, () => {
        entry.giveUp();
        this.#changed();
      });
      signal?.addEventListener("abort", abort, { once: true });
      this.#queue.add(entry);
      this.#changed();
    });
  }

  /** Lets in whoever may go, and tells who watches if anything looks different now. */
  #changed(): void {
    const { clock } = this.#options;
    const before = this.#state;
    const maySend = (priority: Priority): boolean => this.#pace.available(priority, clock.now()) > 0;
    for (let call = this.#queue.take(maySend); call; call = this.#queue.take(maySend)) {
      call.admit(this.#pace.send(clock.now()));
    }
    this.#arm();
    if (this.state !== before) this.#listeners.notify();
  }

  /** Looks again when the window ends, if that matters to anybody. Who waits has a timer of its own that keeps the process. */
  #arm(): void {
    const { clock } = this.#options;
    const matters = this.#queue.size > 0 || this.#listeners.size > 0;
    const endMs = matters ? this.#pace.endsAtMs(clock.now()) : undefined;
    if (endMs === this.#timer?.endMs) return;
    this.#timer?.stop();
    this.#timer = undefined;
    if (endMs === undefined) return;
    const stop = startTimer(clock, endMs - clock.now(), () => this.#changed(), { keepsProcess: false });
    this.#timer = { endMs, stop };
  }

  /** The end of the window by the local clock, worked out once for each end. */
  #resetAtMs(nowMs: number): number | undefined {
    const endMs = this.#pace.endsAtMs(nowMs);
    if (endMs === undefined) this.#reset = undefined;
    else if (endMs !== this.#reset?.endMs) this.#reset = { endMs, atMs: Math.round(Date.now() + endMs - nowMs) };
    return this.#reset?.atMs;
  }
}
