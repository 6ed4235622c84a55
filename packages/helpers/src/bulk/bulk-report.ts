import type { IamFailure } from "@segment-iam/client";

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
