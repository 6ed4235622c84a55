import type { RateLimit } from "@segment-iam/client";
import type { Answer } from "./read-answer.ts";
import { compareEnds, DEFAULT_WINDOW_MS, estimateEndMs, type Window } from "./window.ts";

/** Who goes before whom: interactive calls before bulk. */
export type Priority = "interactive" | "bulk";

/** The share of a window that bulk work leaves to interactive calls. */
const KEPT_FOR_INTERACTIVE = 0.1;
/** The first closing after a 429 that did not say for how long; it doubles with each such 429 in a row. */
const UNTOLD_CLOSING_MS = 1_000;

/** Leave to send one request, handed back with its answer. */
export interface Pass {
  /** The window it was given in; `undefined` when that was not known, which makes the request a probe. */
  readonly window: Window | undefined;
}

/**
 * What is known of one operation's rate limit, and how many requests it lets through. It decides and never waits: the time is an
 * argument, in milliseconds on a monotonic clock.
 *
 * A window that is not known is opened by a single request, the probe, whose answer tells what is left and until when.
 */
export class Pace {
  #limit: number | undefined;
  readonly #statedMs: number | undefined;
  /** The newest window seen. It may be over. */
  #window: Window | undefined;
  #probe: Pass | undefined;
  #inFlight = 0;
  /** A 429 forbids everything before this time. */
  #closedUntilMs = -Infinity;
  /** How many 429s in a row did not say for how long. */
  #untold = 0;
  /** Whether nobody else was seen in the window before this one. */
  #alone = false;
  /** Whether the server tells no figures and the spec has none: then only a 429 holds calls back. */
  #free = false;

  constructor(limit: RateLimit | undefined) {
    this.#limit = limit?.requests;
    this.#statedMs = limit && limit.windowSeconds * 1_000;
  }

  /** How many requests a window takes: what answers told, the spec's figure before the first; `undefined` when neither is there. */
  get limit(): number | undefined {
    return this.#limit;
  }

  /** How many more requests of a class may be sent now. */
  available(priority: Priority, nowMs: number): number {
    if (nowMs < this.#closedUntilMs) return 0;
    if (this.#free) return Infinity;
    const window = this.#open(nowMs);
    if (!window) return this.#probe ? 0 : 1;
    const kept = priority === "bulk" ? this.#kept : 0;
    return Math.max(0, Math.min(window.remaining - kept, this.#mostInFlight(window)) - this.#inFlight);
  }

  /** The requests left, those under way taken off; `undefined` when not known. */
  remaining(nowMs: number): number | undefined {
    if (nowMs < this.#closedUntilMs) return 0;
    const left = this.#free ? undefined : (this.#open(nowMs)?.remaining ?? this.#limit);
    return left === undefined ? undefined : Math.max(0, left - this.#inFlight);
  }

  /** When the present state ends by itself; `undefined` when only an answer can change it. */
  endsAtMs(nowMs: number): number | undefined {
    return nowMs < this.#closedUntilMs ? this.#closedUntilMs : this.#open(nowMs)?.endMs;
  }

  /** How long a call will wait that has `ahead` others before it, as far as that can be foreseen. */
  waitMs(ahead: number, priority: Priority, nowMs: number): number {
    const kept = priority === "bulk" ? this.#kept : 0;
    const behind = ahead - Math.max(0, (this.remaining(nowMs) ?? Infinity) - kept);
    if (behind < 0) return 0;
    const untilEndMs = (this.endsAtMs(nowMs) ?? nowMs + this.#windowMs) - nowMs;
    const fullWindows = this.#limit ? Math.floor(behind / (this.#limit - kept)) : 0;
    return untilEndMs + fullWindows * this.#windowMs;
  }

  /** Reserves one request. Ask `available` first. */
  send(nowMs: number): Pass {
    const pass: Pass = { window: this.#open(nowMs) };
    if (!pass.window) this.#probe = pass;
    this.#inFlight += 1;
    return pass;
  }

  /** Takes in what came of a request: its answer, or `undefined` when none arrived. */
  receive(pass: Pass, answer: Answer | undefined, nowMs: number): void {
    this.#inFlight -= 1;
    if (this.#probe === pass) this.#probe = undefined;
    if (answer?.kind === "refused") this.#close(pass, answer, nowMs);
    else if (answer?.remaining !== undefined) this.#learn(pass, answer, answer.remaining, nowMs);
    else this.#assumeCounted(answer?.kind === "success", nowMs);
  }

  get #windowMs(): number {
    return this.#statedMs ?? DEFAULT_WINDOW_MS;
  }

  get #kept(): number {
    return Math.floor((this.#limit ?? 0) * KEPT_FOR_INTERACTIVE);
  }

  #open(nowMs: number): Window | undefined {
    return this.#window && nowMs < this.#window.endMs ? this.#window : undefined;
  }

  /**
   * How many requests may be under way at once. Alone, as many as are left. Next to others, our share of half of what is left, so
   * that all together cannot overshoot by much. As long as that is not known, one more than were answered, which doubles with
   * each round trip.
   */
  #mostInFlight({ consumed, own, others, remaining }: Window): number {
    if (consumed === undefined) return Infinity;
    if (others > 0) return Math.max(1, Math.floor((remaining * own) / (2 * consumed)));
    return this.#alone ? Infinity : own + 1;
  }

  /** A 429 closes the gate for everybody, and leaves nothing of the window it belongs to. */
  #close({ window }: Pass, { retryAfterMs }: Answer, nowMs: number): void {
    const current = window && window === this.#open(nowMs) ? window : undefined;
    this.#untold = retryAfterMs === undefined ? this.#untold + 1 : 0;
    const backoffMs = Math.min(UNTOLD_CLOSING_MS * 2 ** (this.#untold - 1), this.#windowMs);
    const endMs = retryAfterMs === undefined ? (current?.endMs ?? nowMs + backoffMs) : nowMs + retryAfterMs;
    this.#closedUntilMs = Math.max(this.#closedUntilMs, endMs);
    this.#alone = false;
    if (!current) return;
    current.others += 1;
    current.endMs = nowMs;
  }

  #learn(pass: Pass, answer: Answer, remaining: number, nowMs: number): void {
    this.#untold = 0;
    this.#free = false;
    const { consumed, resetMs } = answer;
    if (consumed !== undefined) this.#limit = consumed + remaining;
    const known = this.#window;
    const order = known ? this.#order(pass, resetMs, known, nowMs) : 1;
    if (order < 0) return;
    const endMs = estimateEndMs(answer, nowMs, this.#statedMs);
    if (known && order === 0) {
      known.endMs = Math.min(known.endMs, endMs);
      known.remaining = Math.min(known.remaining, remaining);
      known.own += 1;
      if (consumed === undefined) return;
      known.consumed = Math.max(known.consumed ?? 0, consumed);
      known.others = Math.max(known.others, known.consumed - known.own - this.#inFlight);
      return;
    }
    this.#alone = known?.others === 0;
    const others = Math.max(0, (consumed ?? 0) - 1 - this.#inFlight);
    this.#window = { endMs, remaining, consumed, own: 1, others, resetMs };
  }

  /** Whether an answer is of an earlier (negative), the same (0) or a later window than the newest known. */
  #order(pass: Pass, resetMs: number | undefined, known: Window, nowMs: number): number {
    const isProbe = pass.window === undefined && nowMs >= known.endMs;
    if (resetMs === undefined || known.resetMs === undefined) return pass.window === known ? 0 : isProbe ? 1 : -1;
    const order = compareEnds(resetMs, known.resetMs, this.#windowMs);
    // A probe that finds the old window still open was sent too early; its answer is the better word.
    return order === 0 && isProbe ? 1 : order;
  }

  /** Nothing was told of the count. It may have been one more. */
  #assumeCounted(isSuccess: boolean, nowMs: number): void {
    const window = this.#open(nowMs);
    if (window) {
      window.remaining -= 1;
      window.own += 1;
    } else if (isSuccess && this.#limit !== undefined) {
      const endMs = nowMs + this.#windowMs;
      this.#window = { endMs, remaining: this.#limit - 1, consumed: undefined, own: 1, others: 0, resetMs: undefined };
    } else if (isSuccess) {
      this.#free = true;
    }
  }
}
