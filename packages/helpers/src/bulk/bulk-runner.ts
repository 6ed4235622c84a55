import type { CallOptions } from "@segment-iam/client";
import type { Clock } from "../time/clock.ts";
import { linkAbortSignal } from "../link-abort-signal.ts";
import { Listeners } from "../listeners.ts";
import type { BulkFailure, BulkProgress, BulkReport } from "./bulk-report.ts";
import type { ChunkedList } from "./chunk-list.ts";
import { trackAttempts, type Outcome } from "./track-attempts.ts";

/** What a run does with its chunks. */
export interface BulkWork<Item> {
  readonly list: ChunkedList<Item>;
  /** What every call is made with, besides the run's signal. */
  readonly callOptions: CallOptions;
  send(chunk: readonly Item[], options: CallOptions): Promise<unknown>;
  /** Whether an item was carried out, where its request's answer does not tell. */
  readonly isDone: ((item: Item, options: CallOptions) => boolean | Promise<boolean>) | undefined;
  /** Why an item is in no chunk. */
  oversizedError(item: Item): unknown;
}

/** The effects of bulk work: sends one chunk after the other and keeps the books. */
export class BulkRunner<Item> {
  readonly #work: BulkWork<Item>;
  readonly #clock: Clock;
  readonly #abort = new AbortController();
  readonly #listeners = new Listeners();
  /** What is still to be sent. */
  readonly #ahead: (readonly Item[])[];
  readonly #succeeded: Item[] = [];
  readonly #rejected: BulkFailure<Item>[] = [];
  readonly #unknown: BulkFailure<Item>[] = [];
  /** Chunks of items that were sent before, and are known not to have been carried out. */
  readonly #sentAgain = new WeakSet<readonly Item[]>();
  readonly #callOptions: CallOptions;
  readonly #total: number;
  /** Why the run ends before its list does; `undefined` as long as it does not. */
  #stoppedBy: unknown;
  #abortedBy: unknown;
  #finished = false;
  /** Set during a pause; called, it ends it. */
  #wake: (() => void) | undefined;
  #pausedAtMs: number | undefined;
  /** When the run would have started, had it never paused. */
  #startMs: number;
  #progress: BulkProgress;

  constructor(work: BulkWork<Item>, clock: Clock) {
    this.#work = work;
    this.#clock = clock;
    this.#startMs = clock.now();
    this.#callOptions = { ...work.callOptions, signal: this.#abort.signal };
    this.#ahead = [...work.list.chunks];
    for (const item of work.list.oversized) this.#rejected.push({ item, error: work.oversizedError(item) });
    this.#total = this.#rejected.length + countItems(this.#ahead);
    this.#progress = this.#measure();
  }

  get progress(): BulkProgress {
    return this.#progress;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  pause(): void {
    if (this.#finished || this.#pausedAtMs !== undefined) return;
    this.#pausedAtMs = this.#clock.now();
    this.#publish();
  }

  resume(): void {
    if (this.#finished || this.#pausedAtMs === undefined) return;
    this.#startMs += this.#clock.now() - this.#pausedAtMs;
    this.#pausedAtMs = undefined;
    this.#wake?.();
    this.#publish();
  }

  abort(reason: unknown = Object.assign(new Error("The run was aborted"), { name: "AbortError" })): void {
    // Signals of React Native may have no reason.
    this.#abortedBy ??= reason;
    this.#abort.abort(reason);
  }

  /** Works through the list. Never rejects. */
  async run(signal: AbortSignal | undefined): Promise<BulkReport<Item>> {
    const unfollow = linkAbortSignal(signal, this);
    this.#abort.signal.addEventListener("abort", () => this.#wake?.(), { once: true });
    // The caller holds the run before its first chunk is sent, and can still pause it.
    await Promise.resolve();
    while (await this.#mayContinue()) await this.#sendNext();
    unfollow();
    if (this.#ahead.length > 0) this.#stoppedBy ??= this.#abortedBy;
    this.#finished = true;
    this.#publish();
    return {
      succeeded: this.#succeeded,
      rejected: this.#rejected,
      unknown: this.#unknown,
      notAttempted: this.#ahead.flat(),
      stoppedBy: this.#stoppedBy,
    };
  }

  async #mayContinue(): Promise<boolean> {
    const isOver = (): boolean =>
      this.#ahead.length === 0 || this.#stoppedBy !== undefined || this.#abort.signal.aborted;
    while (this.#pausedAtMs !== undefined && !isOver()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
    return !isOver();
  }

  async #sendNext(): Promise<void> {
    const chunk = this.#ahead.shift() ?? [];
    const call = trackAttempts(this.#callOptions);
    try {
      await this.#work.send(chunk, call.options);
      for (const item of chunk) this.#succeeded.push(item);
    } catch (error) {
      await this.#fail(chunk, error, call.judge(error));
    }
    this.#publish();
  }

  async #fail(chunk: readonly Item[], error: unknown, { verdict, mayBeDone }: Outcome): Promise<void> {
    if (verdict === "stop") this.#stoppedBy = error ?? this.#abortedBy ?? new Error("A call failed without an error");
    if (mayBeDone) await this.#settle(chunk, error);
    else if (verdict === "stop") this.#ahead.unshift(chunk);
    else if (chunk.length > 1) {
      const middle = Math.ceil(chunk.length / 2);
      const halves = [chunk.slice(0, middle), chunk.slice(middle)];
      if (this.#sentAgain.has(chunk)) for (const half of halves) this.#sentAgain.add(half);
      this.#ahead.unshift(...halves);
    } else for (const item of chunk) this.#rejected.push({ item, error });
  }

  /** Finds out what became of the items of a request that may have been carried out. Those that were not are sent again, once. */
  async #settle(chunk: readonly Item[], error: unknown): Promise<void> {
    const undone: Item[] = [];
    for (const item of chunk) {
      const isDone = await this.#ask(item);
      if (isDone === undefined) this.#unknown.push({ item, error });
      else if (isDone) this.#succeeded.push(item);
      else if (this.#sentAgain.has(chunk)) this.#rejected.push({ item, error });
      else undone.push(item);
    }
    if (undone.length === 0) return;
    this.#sentAgain.add(undone);
    this.#ahead.unshift(undone);
  }

  async #ask(item: Item): Promise<boolean | undefined> {
    if (this.#abort.signal.aborted) return undefined;
    try {
      return await this.#work.isDone?.(item, this.#callOptions);
    } catch {
      return undefined;
    }
  }

  #publish(): void {
    this.#progress = this.#measure();
    this.#listeners.notify();
  }

  #measure(): BulkProgress {
    const total = this.#total;
    const failed = this.#rejected.length + this.#unknown.length;
    const done = this.#succeeded.length + failed;
    // What was too long to be sent took no time, and says nothing of the pace.
    const sent = done - this.#work.list.oversized.length;
    const activeMs = (this.#pausedAtMs ?? this.#clock.now()) - this.#startMs;
    const status = this.#finished ? "finished" : this.#pausedAtMs === undefined ? "running" : "paused";
    return { status, done, failed, total, etaMs: sent > 0 ? (activeMs / sent) * (total - done) : undefined };
  }
}

function countItems(chunks: readonly (readonly unknown[])[]): number {
  return chunks.reduce((count, chunk) => count + chunk.length, 0);
}
