import type { Exchange, Handler, OperationDescriptor } from "@segment-iam/client";
import { Listeners } from "../listeners.ts";
import { noteGated } from "../rate-limit/gated-responses.ts";
import { QueueFullError } from "../rate-limit/queue-full-error.ts";
import type { RateLimiter } from "../rate-limit/rate-limit.ts";
import type { RateLimitState } from "../rate-limit/rate-limit-state.ts";
import type { Answer } from "../rate-limit/read-answer.ts";
import type { Clock } from "../time/clock.ts";
import { hear } from "./hear.ts";
import type { ModeSwitch } from "./mode-switch.ts";
import { sendLocally } from "./send-locally.ts";
import { SharedPace, type Note } from "./shared-pace.ts";
import type { Priority, SharedWindows, Take } from "./shared-windows.ts";
import { ShownState } from "./shown-state.ts";
import { TurnQueue } from "./turn-queue.ts";
import { waitForTurn, type WaitingCall } from "./wait-for-turn.ts";
import { WakeTimer } from "./wake-timer.ts";

/** What a gate needs. */
export interface SharedGateOptions {
  readonly operation: OperationDescriptor;
  /** What the window is called where it is kept. */
  readonly key: string;
  readonly windows: SharedWindows;
  readonly modes: ModeSwitch;
  /** Paces this process alone. */
  readonly local: RateLimiter;
  readonly maxQueue: number;
  readonly maxWaitMs: (priority: Priority) => number;
  readonly clock: Clock;
}

/**
 * The effects of pacing one operation by a window that processes share.
 *
 * One command at a time is on its way: what answers told goes first, then the question for leave to send one call. Once that is
 * refused, nobody asks before the time it was refused for.
 */
export class SharedGate {
  readonly #options: SharedGateOptions;
  readonly #pace: SharedPace;
  readonly #queue = new TurnQueue<WaitingCall>();
  readonly #listeners = new Listeners();
  readonly #shown = new ShownState();
  #lastShown: RateLimitState | undefined;
  /** What is to be told, in order. */
  readonly #notes: Note[] = [];
  /** What the last call told that was sent while Redis was away. */
  #localNote: Note | undefined;
  #isCommanding = false;
  #isSendingLocally = false;
  readonly #timer: WakeTimer;

  constructor(options: SharedGateOptions) {
    this.#options = options;
    this.#pace = new SharedPace(options.operation.limit);
    this.#timer = new WakeTimer(options.clock, () => this.#advance());
    options.modes.subscribe(({ mode }) => {
      this.#pace.wake();
      if (mode === "shared" && this.#localNote) this.#notes.push(this.#localNote);
      this.#localNote = undefined;
      this.#advance();
    });
  }

  /** The same object until something changes. */
  get state(): RateLimitState {
    const { clock, modes, local, operation } = this.#options;
    return modes.mode === "local"
      ? this.#shown.local(local.state(operation), this.#queue.size)
      : this.#shown.shared(this.#pace, this.#queue.size, clock.now());
  }

  subscribe(listener: () => void): () => void {
    const { local, operation } = this.#options;
    const ends = [this.#listeners.add(listener), local.subscribe(operation, listener)];
    this.#arm();
    return () => {
      for (const end of ends) end();
      this.#arm();
    };
  }

  /**
   * Sends a call when its turn has come.
   *
   * @throws {QueueFullError} when too many wait already.
   * @throws {WaitTooLongError} when its turn would come too late, or did not come in time.
   */
  async run(exchange: Exchange, next: Handler): Promise<Response> {
    const { operation, maxQueue, clock } = this.#options;
    exchange.signal?.throwIfAborted();
    if (this.#queue.size >= maxQueue) throw new QueueFullError(operation.id, this.#queue.size);
    const { options, endsAtMs = Infinity } = exchange.call;
    const maxWaitMs = Math.min(this.#options.maxWaitMs(options.priority ?? "interactive"), endsAtMs - clock.now());
    const waiting = waitForTurn(exchange, this.#queue, maxWaitMs, clock);
    this.#advance();
    const { pass, expiresAtMs } = await waiting.finally(() => this.#changed());
    if (!pass) return this.#sendLocally(exchange, next, expiresAtMs - clock.now());
    let answer: Answer | undefined;
    try {
      const response = await next(exchange);
      answer = await hear(response, exchange);
      if (answer.refused) noteGated(response);
      return response;
    } finally {
      const note = this.#pace.receive(pass, answer, clock.now());
      if (note) this.#notes.push(note);
      if (answer?.refused) this.#turnAway("interactive");
      this.#advance();
    }
  }

  async #sendLocally(exchange: Exchange, next: Handler, maxWaitMs: number): Promise<Response> {
    const { local, clock } = this.#options;
    const send: Handler = async (exchange) => {
      const response = await next(exchange);
      const note = this.#pace.receiveLocal(await hear(response, exchange), clock.now());
      this.#localNote = note ?? this.#localNote;
      return response;
    };
    try {
      return await sendLocally({ exchange, next: send, local, maxWaitMs, clock });
    } finally {
      this.#isSendingLocally = false;
      this.#advance();
    }
  }

  /** Does all that can be done now. */
  #advance(): void {
    if (!this.#isCommanding) void this.#command();
  }

  async #command(): Promise<void> {
    const { modes } = this.#options;
    this.#isCommanding = true;
    try {
      for (let command = this.#nextCommand(); command; command = this.#nextCommand()) await command();
    } catch (cause) {
      modes.fail(cause);
    }
    this.#isCommanding = false;
    if (modes.mode === "local" && !this.#isSendingLocally) {
      const call = this.#queue.take(true);
      this.#isSendingLocally = call !== undefined;
      call?.admit(undefined);
    }
    this.#changed();
  }

  #nextCommand(): (() => Promise<void>) | undefined {
    const { windows, modes, key, clock } = this.#options;
    if (modes.mode === "local") return undefined;
    const note = this.#notes[0];
    if (note) {
      return async () => {
        const news = note(clock.now());
        if (news) await windows.tell(key, news);
        this.#notes.shift();
      };
    }
    const asked = this.#classes().find((priority) => this.#pace.awakeAtMs(priority) <= clock.now());
    return asked && (async () => this.#use(await windows.take(key, asked), asked));
  }

  #use(take: Take, asked: Priority): void {
    const pass = this.#pace.take(take, asked, this.#options.clock.now());
    const call = pass && this.#queue.take(this.#pace.mayBulk(take, asked));
    if (call) call.admit(pass);
    else if (take.kind === "probe") this.#notes.push(() => ({ kind: "lost" }));
    else if (take.kind === "full") this.#turnAway(asked);
  }

  /** The classes of those who wait, interactive first. */
  #classes(): Priority[] {
    return (["interactive", "bulk"] as const).filter((priority) => this.#queue.sizeOf(priority) > 0);
  }

  /** Does not let anybody wait whose turn cannot come in time. */
  #turnAway(refused: Priority): void {
    for (const call of this.#queue) {
      const atMs = this.#pace.awakeAtMs(call.priority);
      if (call.expiresAtMs < atMs && (refused === "interactive" || call.priority === "bulk")) call.giveUp(atMs);
    }
  }

  /** Looks again when that is of use, and tells who watches if anything looks different now. */
  #changed(): void {
    this.#options.modes.work(this, this.#queue.size > 0 || this.#isSendingLocally);
    this.#arm();
    if (this.#listeners.size === 0 || this.#lastShown === this.state) return;
    this.#lastShown = this.state;
    this.#listeners.notify();
  }

  /** Who waits has a timer of its own that keeps the process. */
  #arm(): void {
    const { clock, modes } = this.#options;
    const times = modes.mode === "shared" ? this.#classes().map((priority) => this.#pace.awakeAtMs(priority)) : [];
    if (this.#listeners.size > 0) times.push(this.#pace.endsAtMs(clock.now()) ?? Infinity);
    this.#timer.set(this.#isCommanding ? Infinity : Math.min(...times));
  }
}
