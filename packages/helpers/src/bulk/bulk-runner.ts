import { ApiError, type CallOptions, type IamFailure } from "@segment-iam/client";
import type { Clock } from "../clock.ts";
import { linkAbortSignal } from "../link-abort-signal.ts";
import { Listeners } from "../listeners.ts";
import { BulkOutcomes } from "./bulk-outcomes.ts";
import { ChunkQueue } from "./chunk-queue.ts";
import { PauseTimer } from "./pause-timer.ts";
import { trackAttempts, type FailedCall, type TrackedCall } from "./track-attempts.ts";
import type { BulkFailure, BulkProgress, BulkReport, BulkRunOptions } from "./types.ts";

/** The run ends when the API has rejected this many single-item requests, and no item has succeeded. */
const MAX_REJECTIONS = 5;

/** The work of a bulk run. */
export interface BulkWork<Item> extends Pick<BulkRunOptions<Item>, "isDone" | "beforeSend" | "onSettled"> {
  readonly chunks: readonly (readonly Item[])[];
  /** Items that are too long for any chunk. @default [] */
  readonly unsendable?: readonly BulkFailure<Item, IamFailure>[];
  /** The options of each call, without the signal of the run. */
  readonly callOptions: CallOptions;
  send(chunk: readonly Item[], options: CallOptions): Promise<unknown>;
}

/** Sends one chunk after the other, and records the outcome of each item. */
export class BulkRunner<Item> {
  readonly #work: BulkWork<Item>;
  readonly #abort = new AbortController();
  /** Aborts calls that are queued or waiting for a retry. Does not abort `isDone`. */
  readonly #requests = new AbortController();
  readonly #listeners = new Listeners();
  readonly #pending: ChunkQueue<Item>;
  readonly #outcomes: BulkOutcomes<Item>;
  readonly #total: number;
  readonly #unsendable: number;
  /** The number of single-item requests that the API rejected before any item succeeded. */
  #rejections = 0;
  /** Why the run ends early. `undefined` if it does not. */
  #stopReason: unknown;
  /** The reason of `stop` or `abort`. */
  #endedBy: unknown;
  #call: TrackedCall | undefined;
  #finished = false;
  readonly #pauses: PauseTimer;
  #progress: BulkProgress;

  constructor(work: BulkWork<Item>, clock: Clock) {
    this.#work = work;
    this.#pauses = new PauseTimer(clock);
    this.#pending = new ChunkQueue(work.chunks);
    this.#outcomes = new BulkOutcomes(work.onSettled);
    for (const { item, error } of work.unsendable ?? []) this.#outcomes.settle("rejected", [item], error);
    this.#unsendable = this.#outcomes.done;
    this.#total = this.#unsendable + this.#pending.items.length;
    this.#progress = this.#measure();
  }

  get progress(): BulkProgress {
    return this.#progress;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  pause(): void {
    if (!this.#finished && this.#pauses.pause()) this.#publish();
  }

  resume(): void {
    if (!this.#finished && this.#pauses.resume()) this.#publish();
  }

  stop(reason: unknown = Object.assign(new Error("The bulk run was stopped"), { name: "AbortError" })): void {
    // In React Native, signals can lack a reason.
    this.#endedBy ??= reason;
    this.#pauses.wake();
    if (!this.#call?.isInFlight()) this.#requests.abort(reason);
  }

  abort(reason: unknown = Object.assign(new Error("The bulk run was aborted"), { name: "AbortError" })): void {
    this.stop(reason);
    this.#abort.abort(reason);
    this.#requests.abort(reason);
  }

  /** Sends all chunks. Never rejects. */
  async run(signal: AbortSignal | undefined): Promise<BulkReport<Item>> {
    const unlink = linkAbortSignal(signal, this);
    // Lets the caller pause the run before the first chunk is sent.
    await Promise.resolve();
    while (await this.#canContinue()) await this.#sendNext();
    unlink();
    if (!this.#pending.isEmpty) this.#stopReason ??= this.#endedBy;
    this.#finished = true;
    this.#publish();
    return { ...this.#outcomes.lists, notAttempted: this.#pending.items, stopReason: this.#stopReason };
  }

  async #canContinue(): Promise<boolean> {
    const isOver = (): boolean => this.#pending.isEmpty || (this.#stopReason ?? this.#endedBy) !== undefined;
    while (this.#pauses.isPaused && !isOver()) await this.#pauses.wait();
    return !isOver();
  }

  async #sendNext(): Promise<void> {
    const chunk = this.#pending.shift();
    const { beforeSend, callOptions } = this.#work;
    try {
      if (beforeSend) await beforeSend(chunk);
    } catch (error) {
      this.#stopReason = error ?? new Error("beforeSend rejected with undefined instead of an error");
      this.#pending.unshift(chunk);
      return;
    }
    const call = trackAttempts({
      ...callOptions,
      signal: this.#requests.signal,
      onRetry: (failure) => {
        callOptions.onRetry?.(failure);
        // The attempt in flight at `stop` is done. Its retry would be a further request.
        if (this.#endedBy !== undefined) this.#requests.abort(this.#endedBy);
      },
    });
    this.#call = call;
    try {
      await this.#work.send(chunk, call.options);
      this.#outcomes.settle("succeeded", chunk);
    } catch (error) {
      this.#call = undefined;
      await this.#fail(chunk, error, call.classify(error));
    }
    this.#call = undefined;
    this.#publish();
  }

  async #fail(chunk: readonly Item[], error: unknown, { kind, mayBeDone }: FailedCall): Promise<void> {
    if (kind === "stop")
      this.#stopReason = error ?? this.#endedBy ?? new Error("A call rejected with undefined instead of an error");
    if (mayBeDone) await this.#resolveUnknown(chunk, error);
    else if (kind === "stop") this.#pending.unshift(chunk);
    else if (chunk.length > 1) this.#pending.unshiftHalves(chunk);
    else await this.#resolveRejected(chunk, error);
  }

  /** Reports an item that the API rejected, unless nothing was left to do for it. */
  async #resolveRejected(chunk: readonly Item[], error: unknown): Promise<void> {
    const isFromApi = error instanceof ApiError;
    if (isFromApi && (await this.#isDone(chunk[0] as Item))) return this.#outcomes.settle("alreadyDone", chunk);
    this.#outcomes.settle("rejected", chunk, error);
    if (isFromApi && this.#outcomes.lists.succeeded.length === 0) this.#checkRejections(error);
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
    const done: Item[] = [];
    const undone: Item[] = [];
    const unknown: Item[] = [];
    for (const item of chunk) {
      const isDone = await this.#isDone(item);
      (isDone === undefined ? unknown : isDone ? done : undone).push(item);
    }
    this.#outcomes.settle("succeeded", done);
    this.#outcomes.settle("unknown", unknown, error);
    if (this.#pending.isResent(chunk)) this.#outcomes.settle("rejected", undone, error);
    else if (undone.length > 0) this.#pending.unshiftResent(undone);
  }

  async #isDone(item: Item): Promise<boolean | undefined> {
    const { isDone, callOptions } = this.#work;
    if (this.#abort.signal.aborted) return undefined;
    try {
      return await isDone?.(item, { ...callOptions, signal: this.#abort.signal });
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
    const { done, failed } = this.#outcomes;
    // Items that are too long for a URL take no time, so the estimate excludes them.
    const sent = done - this.#unsendable;
    const status = this.#finished ? "finished" : this.#pauses.isPaused ? "paused" : "running";
    const etaMs = sent > 0 ? Math.round((this.#pauses.activeMs / sent) * (total - done)) : undefined;
    return { status, done, failed, total, etaMs };
  }
}
