import { ApiError, type CallOptions, type IamFailure } from "@segment-iam/client";
import type { Clock } from "../clock.ts";
import { linkAbortSignal } from "../link-abort-signal.ts";
import { Listeners } from "../listeners.ts";
import type { BulkFailure, BulkProgress, BulkReport } from "./bulk-report.ts";
import type { ChunkedList } from "./chunk-list.ts";
import { ChunkQueue } from "./chunk-queue.ts";
import { trackAttempts, type FailedCall } from "./track-attempts.ts";

/** The run ends when the API has rejected this many items that were sent alone, and accepted none. More requests would not help. */
const MAX_REJECTIONS = 5;

/** The input of a bulk run. */
export interface BulkWork<Item> {
  readonly list: ChunkedList<Item>;
  /** The options of each call, without the signal of the run. */
  readonly callOptions: CallOptions;
  send(chunk: readonly Item[], options: CallOptions): Promise<unknown>;
  /** Returns whether the operation was executed for an item. Called when the outcome of its request is unknown. */
  readonly isDone: ((item: Item, options: CallOptions) => boolean | Promise<boolean>) | undefined;
  /** Returns the error for an item that is too long for any chunk. */
  oversizedError(item: Item): IamFailure;
}

/** Sends one chunk after the other, and records the outcome of each item. */
export class BulkRunner<Item> {
  readonly #work: BulkWork<Item>;
  readonly #clock: Clock;
  readonly #abort = new AbortController();
  readonly #listeners = new Listeners();
  readonly #pending: ChunkQueue<Item>;
  readonly #succeeded: Item[] = [];
  readonly #rejected: BulkFailure<Item, IamFailure>[] = [];
  readonly #unknown: BulkFailure<Item>[] = [];
  readonly #callOptions: CallOptions;
  readonly #total: number;
  /** How many items that were sent alone the API rejected before it accepted any item. */
  #rejections = 0;
  /** Why the run ends early. `undefined` if it does not. */
  #stopReason: unknown;
  #abortedBy: unknown;
  #finished = false;
  /** Ends the current pause. */
  #wake: (() => void) | undefined;
  #pausedAtMs: number | undefined;
  /** The start of the run, moved forward by the length of each pause. */
  #startMs: number;
  #progress: BulkProgress;

  constructor(work: BulkWork<Item>, clock: Clock) {
    this.#work = work;
    this.#clock = clock;
    this.#startMs = clock.now();
    this.#callOptions = { ...work.callOptions, signal: this.#abort.signal };
    this.#pending = new ChunkQueue(work.list.chunks);
    for (const item of work.list.oversized) this.#rejected.push({ item, error: work.oversizedError(item) });
    this.#total = this.#rejected.length + this.#pending.items.length;
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

  abort(reason: unknown = Object.assign(new Error("The bulk run was aborted"), { name: "AbortError" })): void {
    // In React Native, signals can lack a reason.
    this.#abortedBy ??= reason;
    this.#abort.abort(reason);
  }

  /** Sends all chunks. Never rejects. */
  async run(signal: AbortSignal | undefined): Promise<BulkReport<Item>> {
    const unlink = linkAbortSignal(signal, this);
    this.#abort.signal.addEventListener("abort", () => this.#wake?.(), { once: true });
    // Lets the caller pause the run before the first chunk is sent.
    await Promise.resolve();
    while (await this.#canContinue()) await this.#sendNext();
    unlink();
    if (!this.#pending.isEmpty) this.#stopReason ??= this.#abortedBy;
    this.#finished = true;
    this.#publish();
    return {
      succeeded: this.#succeeded,
      rejected: this.#rejected,
      unknown: this.#unknown,
      notAttempted: this.#pending.items,
      stopReason: this.#stopReason,
    };
  }

  async #canContinue(): Promise<boolean> {
    const isOver = (): boolean => this.#pending.isEmpty || this.#stopReason !== undefined || this.#abort.signal.aborted;
    while (this.#pausedAtMs !== undefined && !isOver()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
    return !isOver();
  }

  async #sendNext(): Promise<void> {
    const chunk = this.#pending.shift();
    const call = trackAttempts(this.#callOptions);
    try {
      await this.#work.send(chunk, call.options);
      for (const item of chunk) this.#succeeded.push(item);
    } catch (error) {
      await this.#fail(chunk, error, call.classify(error));
    }
    this.#publish();
  }

  async #fail(chunk: readonly Item[], error: unknown, { kind, mayBeDone }: FailedCall): Promise<void> {
    if (kind === "stop")
      this.#stopReason = error ?? this.#abortedBy ?? new Error("A call rejected with undefined instead of an error");
    if (mayBeDone) await this.#resolveUnknown(chunk, error);
    else if (kind === "stop") this.#pending.unshift(chunk);
    else if (chunk.length > 1) this.#pending.unshiftHalves(chunk);
    else {
      for (const item of chunk) this.#reject(item, error);
      if (error instanceof ApiError && this.#succeeded.length === 0) this.#checkRejections(error);
    }
  }

  #reject(item: Item, error: unknown): void {
    // Only an interceptor or a hook of the caller can throw an error of another class.
    this.#rejected.push({ item, error: error as IamFailure });
  }

  /** Ends the run if the API seems to reject all items. After two rejections, tries items from different parts of the list. */
  #checkRejections(error: ApiError): void {
    this.#rejections += 1;
    if (this.#rejections < 2 || this.#pending.isEmpty) return;
    if (this.#rejections >= MAX_REJECTIONS) this.#stopReason = error;
    else this.#pending.moveToFront(this.#rejections / MAX_REJECTIONS);
  }

  /** Determines the outcome of items whose request may have been executed. Resends items that were not executed, once. */
  async #resolveUnknown(chunk: readonly Item[], error: unknown): Promise<void> {
    const undone: Item[] = [];
    for (const item of chunk) {
      const isDone = await this.#isDone(item);
      if (isDone === undefined) this.#unknown.push({ item, error });
      else if (isDone) this.#succeeded.push(item);
      else if (this.#pending.isResent(chunk)) this.#reject(item, error);
      else undone.push(item);
    }
    if (undone.length === 0) return;
    this.#pending.unshiftResent(undone);
  }

  async #isDone(item: Item): Promise<boolean | undefined> {
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
    // Items that are too long for a URL take no time, so the estimate excludes them.
    const sent = done - this.#work.list.oversized.length;
    const activeMs = (this.#pausedAtMs ?? this.#clock.now()) - this.#startMs;
    const status = this.#finished ? "finished" : this.#pausedAtMs === undefined ? "running" : "paused";
    const etaMs = sent > 0 ? Math.round((activeMs / sent) * (total - done)) : undefined;
    return { status, done, failed, total, etaMs };
  }
}
