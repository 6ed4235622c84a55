/** An item that failed. */
export interface BulkFailure<Item> {
  readonly item: Item;
  /** What the call with this item failed with. Items of one call share the error. */
  readonly error: unknown;
}

/** The outcome of a bulk run. Its four lists together are the input, each item once. */
export interface BulkReport<Item> {
  /** Items that were executed. */
  readonly succeeded: readonly Item[];
  /** Items that were not executed: the API rejected them, they failed repeatedly, or they are too long to send. */
  readonly rejected: readonly BulkFailure<Item>[];
  /** Items that were sent, with an outcome that is not certain: no response, or a 404 after a lost one. */
  readonly unknown: readonly BulkFailure<Item>[];
  /** Items that were not executed because the run ended first. They are safe to pass to another run. */
  readonly notAttempted: readonly Item[];
  /** Why the run ended early: the reason of an abort, or an error that no item caused. */
  readonly stopReason: unknown;
}

/** The progress of a bulk run. Each change creates a new object. */
export interface BulkProgress {
  readonly status: "running" | "paused" | "finished";
  /** Items that are done, including failed ones. */
  readonly done: number;
  /** Items that were rejected or are unknown. */
  readonly failed: number;
  /** Items in the list. */
  readonly total: number;
  /** The estimated time left in milliseconds, without pauses. `undefined` until the first items are done. */
  readonly etaMs: number | undefined;
}
