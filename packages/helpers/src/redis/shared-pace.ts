import type { RateLimit } from "@segment-iam/client";
import type { Answer } from "../rate-limit/read-answer.ts";
import { windowLeftMs } from "../rate-limit/window.ts";
import {
  KEPT_FOR_INTERACTIVE,
  NO_LIMIT,
  PROBE_LEASE_MS,
  type News,
  type Priority,
  type Take,
} from "./shared-windows.ts";

/** The first pause while somebody else's probe is under way, and the longest. */
const FIRST_POLL_MS = 20;
const LONGEST_POLL_MS = 1_000;
/** Where nobody states the length of a window. */
const DEFAULT_WINDOW_MS = 60_000;
/** The first closing after a 429 that did not say for how long; it doubles with each such 429 in a row. */
const UNTOLD_CLOSING_MS = 1_000;

/** Leave to send one request, handed back with its answer. */
export interface SharedPass {
  readonly isProbe: boolean;
  /** The end of its window, in monotonic milliseconds; `undefined` for a probe. */
  readonly endsAtMs: number | undefined;
}

/** What to tell, at the time it is told; `undefined` when it is out of date by then. */
export type Note = (nowMs: number) => News | undefined;

/**
 * What one process knows of a window it shares, and when asking for more is of use. It decides and never waits: the time is an
 * argument, in milliseconds on a monotonic clock.
 */
export class SharedPace {
  #limit: number | undefined;
  readonly #windowMs: number;
  readonly #statedMs: number;
  #window: { remaining: number; endsAtMs: number } | undefined;
  readonly #awakeAtMs: Record<Priority, number> = { interactive: -Infinity, bulk: -Infinity };
  #pollMs = FIRST_POLL_MS;
  #untold = 0;

  constructor(limit: RateLimit | undefined) {
    this.#limit = limit?.requests;
    this.#statedMs = limit ? limit.windowSeconds * 1_000 : Number.NaN;
    this.#windowMs = this.#statedMs || DEFAULT_WINDOW_MS;
  }

  /** How many requests a window takes, as far as known. */
  get limit(): number | undefined {
    return this.#limit;
  }

  /** How many are left, as far as known. */
  remaining(nowMs: number): number | undefined {
    const remaining = this.#open(nowMs)?.remaining ?? this.#limit;
    return remaining === undefined || remaining > NO_LIMIT / 2 ? undefined : remaining;
  }

  /** When the window ends; `undefined` when none is known. */
  endsAtMs(nowMs: number): number | undefined {
    return this.#open(nowMs)?.endsAtMs;
  }

  /** From when on it is of use to ask for leave. */
  awakeAtMs(priority: Priority): number {
    return this.#awakeAtMs[priority];
  }

  /** Takes in what became of asking. Answers with leave to send, unless there is none, or it came too late to be used. */
  take(take: Take, asked: Priority, nowMs: number): SharedPass | undefined {
    if (take.kind === "probing") {
      this.#sleep(nowMs + Math.min(take.waitMs, this.#pollMs));
      this.#pollMs = Math.min(2 * this.#pollMs, LONGEST_POLL_MS);
      return undefined;
    }
    this.#pollMs = FIRST_POLL_MS;
    if (take.kind === "full") {
      this.#sleep(nowMs + take.waitMs, asked);
      if (asked === "interactive") this.#window = { remaining: 0, endsAtMs: nowMs + take.waitMs };
      return undefined;
    }
    // A 429 has arrived in the meantime.
    if (nowMs < this.#awakeAtMs.interactive) return undefined;
    if (take.kind === "probe") {
      this.#window = undefined;
      this.#sleep(nowMs + PROBE_LEASE_MS);
      return { isProbe: true, endsAtMs: undefined };
    }
    const endsAtMs = nowMs + take.endsInMs;
    this.#window = { remaining: take.remaining, endsAtMs };
    return { isProbe: false, endsAtMs };
  }

  /** Whether bulk work may use leave that was given, which may be of the points kept for interactive calls. */
  mayBulk(take: Take, asked: Priority): boolean {
    const kept = Math.floor((this.#limit ?? 0) * KEPT_FOR_INTERACTIVE);
    return asked === "bulk" || take.kind !== "granted" || take.remaining >= kept;
  }

  /** Takes in what came of a request: its answer, or `undefined` when none arrived. */
  receive({ isProbe, endsAtMs }: SharedPass, answer: Answer | undefined, nowMs: number): Note | undefined {
    if (answer?.refused) return this.#close(answer, nowMs);
    this.#learn(answer);
    if (isProbe) {
      this.wake();
      return this.#opened(answer, nowMs) ?? (() => ({ kind: "lost" }));
    }
    const window = this.#open(nowMs);
    const isSame = window && endsAtMs !== undefined && Math.abs(endsAtMs - window.endsAtMs) < this.#windowMs / 2;
    if (!isSame || answer?.remaining === undefined || answer.remaining >= window.remaining) return undefined;
    // Somebody who does not share uses the same limit.
    return this.#told(answer.remaining, window.endsAtMs);
  }

  /** Takes in the answer to a request that was sent without asking. */
  receiveLocal(answer: Answer, nowMs: number): Note | undefined {
    if (answer.refused) return this.#close(answer, nowMs);
    this.#learn(answer);
    return this.#opened(answer, nowMs);
  }

  /** Asking is of use again, whatever was known. */
  wake(): void {
    this.#awakeAtMs.interactive = -Infinity;
    this.#awakeAtMs.bulk = -Infinity;
  }

  #sleep(untilMs: number, priority: Priority = "interactive"): void {
    this.#awakeAtMs.bulk = Math.max(this.#awakeAtMs.bulk, untilMs);
    if (priority === "interactive") this.#awakeAtMs.interactive = Math.max(this.#awakeAtMs.interactive, untilMs);
  }

  #open(nowMs: number): { remaining: number; endsAtMs: number } | undefined {
    return this.#window && nowMs < this.#window.endsAtMs ? this.#window : undefined;
  }

  #learn(answer: Answer | undefined): void {
    if (answer?.remaining === undefined) return;
    this.#untold = 0;
    if (answer.consumed !== undefined) this.#limit = answer.consumed + answer.remaining;
  }

  /** The window of an answer; `undefined` when it tells nothing of one. */
  #opened(answer: Answer | undefined, nowMs: number): Note | undefined {
    if (!answer || (answer.remaining === undefined && !answer.ok)) return undefined;
    const remaining = answer.remaining ?? Math.max(0, (this.#limit ?? NO_LIMIT) - 1);
    return this.#told(remaining, nowMs + windowLeftMs(answer, this.#statedMs, this.#windowMs));
  }

  #told(remaining: number, endsAtMs: number): Note {
    this.#window = { remaining, endsAtMs };
    const limit = Math.max(this.#limit ?? NO_LIMIT, remaining);
    const windowMs = this.#windowMs;
    return (nowMs) =>
      nowMs < endsAtMs ? { kind: "window", remaining, limit, windowMs, endsInMs: endsAtMs - nowMs } : undefined;
  }

  /** A 429 closes the gate for everybody. */
  #close({ retryAfterMs }: Answer, nowMs: number): Note {
    this.#untold = retryAfterMs === undefined ? this.#untold + 1 : 0;
    const backoffMs = Math.min(UNTOLD_CLOSING_MS * 2 ** (this.#untold - 1), this.#windowMs);
    const endsAtMs = nowMs + (retryAfterMs ?? backoffMs);
    this.#window = { remaining: 0, endsAtMs: Math.max(endsAtMs, this.#open(nowMs)?.endsAtMs ?? endsAtMs) };
    this.#sleep(endsAtMs);
    return (nowMs) => (nowMs < endsAtMs ? { kind: "closed", forMs: endsAtMs - nowMs } : { kind: "lost" });
  }
}
