import type { IamFailure } from "@segment-iam/client";
import type { BulkFailure, BulkRunOptions, BulkSettlement } from "./types.ts";

/** The items of a bulk run whose outcome is final. */
export class BulkOutcomes<Item> {
  /** The lists of the report. */
  readonly lists: {
    readonly succeeded: Item[];
    readonly alreadyDone: Item[];
    readonly rejected: BulkFailure<Item, IamFailure>[];
    readonly unknown: BulkFailure<Item>[];
  } = { succeeded: [], alreadyDone: [], rejected: [], unknown: [] };
  readonly #onSettled: BulkRunOptions<Item>["onSettled"];

  constructor(onSettled: BulkRunOptions<Item>["onSettled"]) {
    this.#onSettled = onSettled;
  }

  /** The number of items that were rejected, or whose outcome is unknown. */
  get failed(): number {
    return this.lists.rejected.length + this.lists.unknown.length;
  }

  /** The number of items with a final outcome. */
  get done(): number {
    return this.lists.succeeded.length + this.lists.alreadyDone.length + this.failed;
  }

  /** Adds items to the list of their outcome, and passes them to `onSettled`. */
  settle(outcome: BulkSettlement<Item>["outcome"], items: readonly Item[], error?: unknown): void {
    if (items.length === 0) return;
    const isFailure = outcome === "rejected" || outcome === "unknown";
    for (const item of items) {
      // Only an interceptor or a hook of the caller can throw an error of another class.
      if (isFailure) this.lists[outcome].push({ item, error: error as IamFailure });
      else this.lists[outcome].push(item);
    }
    // An uncaught error would end a Node process, and `reportError` would end a Deno process.
    (async () => this.#onSettled?.({ items, outcome, ...(isFailure && { error }) }))().catch(console.error);
  }
}
