/** An item that was not done, and why. */
export interface BulkFailure<Item> {
  readonly item: Item;
  /** What the call that held the item failed with. Items of one call share it. */
  readonly error: unknown;
}

/** What became of a list: its four lists together are the input, each item once. */
export interface BulkReport<Item> {
  /** Carried out. */
  readonly succeeded: readonly Item[];
  /** Certainly not carried out: refused by the API because of the item itself, failed again and again, or too long to be sent. */
  readonly rejected: readonly BulkFailure<Item>[];
  /** Sent, without an answer that says whether it was carried out, or with one that a lost one casts doubt on: a 404. */
  readonly unknown: readonly BulkFailure<Item>[];
  /** Certainly not carried out, because the run ended before. Safe to give to another run. */
  readonly notAttempted: readonly Item[];
  /** Why the run ended before its list did: the reason of an abort, or an error that no item is to blame for. */
  readonly stoppedBy: unknown;
}

/** How far a run has come. A new object for each change. */
export interface BulkProgress {
  readonly status: "running" | "paused" | "finished";
  /** How many items are through, the failed ones included. */
  readonly done: number;
  /** How many of those were rejected or are unknown. */
  readonly failed: number;
  /** The length of the list. */
  readonly total: number;
  /** The time left in milliseconds at the pace so far, pauses left out; `undefined` until the first items are through. */
  readonly etaMs: number | undefined;
}
