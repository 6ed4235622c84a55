import type { CallOptions, IamFailure } from "@segment-iam/client";
import type { Clock } from "../clock.ts";

/** Options of a bulk run and of its calls. The calls have `priority: "bulk"`. */
export interface BulkRunOptions<Item = unknown> extends Omit<CallOptions, "priority"> {
  /**
   * Returns whether the operation was executed for an item, for example with a GET. Called for each item of a request with an unknown
   * outcome, and for each item that the API rejects.
   *
   * An item with an unknown outcome is sent again if `isDone` returns `false`. If it returns `false` for the second request too, the item
   * is rejected. Without this option, or if it throws, the item is reported as unknown. A rejected item is reported in `alreadyDone` if
   * `isDone` returns `true`.
   */
  readonly isDone?: ((item: Item, options: CallOptions) => boolean | Promise<boolean>) | undefined;
  /**
   * Called before each request with its items. The request is sent when the returned promise resolves. If it throws, the run ends.
   *
   * Store these items to know after a crash which of them may have been executed.
   */
  readonly beforeSend?: ((items: readonly Item[]) => void | Promise<void>) | undefined;
  /**
   * Called with items as soon as their outcome is final. Each item is passed once, except items that are not attempted.
   * If it throws, the error is logged with `console.error`, and the run continues.
   */
  readonly onSettled?: ((settlement: BulkSettlement<Item>) => void) | undefined;
  /** Called after each change of the progress. If it throws, the error is logged with `console.error`, and the run continues. */
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined;
  /** The source of time, for tests. @default systemClock */
  readonly clock?: Clock | undefined;
}

/** A bulk run. */
export interface BulkRun<Item> {
  /** Resolves to the outcome of each item, even after `stop` or `abort`. Never rejects. */
  readonly result: Promise<BulkReport<Item>>;
  /** The current progress. Returns the same object until the progress changes. */
  readonly progress: BulkProgress;
  /**
   * Calls `listener` after each change of `progress`. Returns a function that ends the subscription. Errors thrown
   * by the listener are logged with `console.error`.
   */
  subscribe(listener: () => void): () => void;
  /** Stops sending requests until `resume`. The request in flight completes. */
  pause(): void;
  /** Continues a paused run. */
  resume(): void;
  /**
   * Ends the run after the request in flight, and records the outcome of its items. Does not wait for a request that is queued or
   * waiting for a retry.
   *
   * @param reason the `stopReason` of the report. @default an error with the name `AbortError`
   */
  stop(reason?: unknown): void;
  /**
   * Ends the run at once. Items of a request in flight are reported as unknown, because that request may have been executed.
   *
   * @param reason the `stopReason` of the report. @default an error with the name `AbortError`
   */
  abort(reason?: unknown): void;
}

/** An item that was rejected, or whose outcome is unknown. */
export interface BulkFailure<Item, Failure = unknown> {
  readonly item: Item;
  /** The error of the request with this item. Items of one request share the error. */
  readonly error: Failure;
}

/** The outcome of a bulk run. Its five lists together contain each input item once. */
export interface BulkReport<Item> {
  /** Items for which the operation was executed. */
  readonly succeeded: readonly Item[];
  /** Items for which nothing was left to do: the API rejected them, and `isDone` returned `true`. For example, a user who was removed before. */
  readonly alreadyDone: readonly Item[];
  /** Items that were not executed: the API rejected them, `isDone` returned `false` twice, or they cannot be sent in a request. */
  readonly rejected: readonly BulkFailure<Item, IamFailure>[];
  /** Items that may have been executed, for example because the response was lost or had the status 500. */
  readonly unknown: readonly BulkFailure<Item>[];
  /** Items that were not executed because the run ended early. They are safe to pass to another run. */
  readonly notAttempted: readonly Item[];
  /** Why the run ended early: the reason of `stop` or `abort`, an error that no item caused, or the error of the fifth item when all were rejected. */
  readonly stopReason: unknown;
}

/** The outcome of some items, as soon as it is final. */
export interface BulkSettlement<Item> {
  readonly items: readonly Item[];
  /** The list of the report that contains the items. */
  readonly outcome: "succeeded" | "alreadyDone" | "rejected" | "unknown";
  /** The error of `rejected` and `unknown` items. */
  readonly error?: unknown;
}

/** The progress of a bulk run. Each change creates a new object. */
export interface BulkProgress {
  readonly status: "running" | "paused" | "finished";
  /** Items that succeeded, were already done, or failed. */
  readonly done: number;
  /** Items that were rejected, or whose outcome is unknown. */
  readonly failed: number;
  /** Items in the list. */
  readonly total: number;
  /** The estimated time left in whole milliseconds, excluding pauses. `undefined` until the first request is done. */
  readonly etaMs: number | undefined;
}
