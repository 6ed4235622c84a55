import type { IamFailure } from "@segment-iam/client";
import type { BulkFailure, BulkReport, BulkSettlement } from "./bulk-report.ts";

/** The items of a bulk run whose outcome is final. */
export class BulkOutcomes<Item> {
  readonly #succeeded: Item[] = [];
  readonly #alreadyDone: Item[] = [];
  readonly #rejected: BulkFailure<Item, IamFailure>[] = [];
  readonly #unknown: BulkFailure<Item>[] = [];
  readonly #onSettled: ((settlement: BulkSettlement<Item>) => void) | undefined;

  constructor(onSettled: ((settlement: BulkSettlement<Item>) => void) | undefined) {
    this.#onSettled = onSettled;
  }

  get lists(): Pick<BulkReport<Item>, "succeeded" | "alreadyDone" | "rejected" | "unknown"> {
    return {
      succeeded: this.#succeeded,
      alreadyDone: this.#alreadyDone,
      rejected: this.#rejected,
      unknown: this.#unknown,
    };
  }

  /** The number of items that were rejected, or whose outcome is unknown. */
  get failed(): number {
    return this.#rejected.length + this.#unknown.length;
  }

  /** The number of items with a final outcome. */
  get done(): number {
    return this.#succeeded.length + this.#alreadyDone.length + this.failed;
  }

  succeed(items: readonly Item[]): void {
    for (const item of items) this.#succeeded.push(item);
    this.#settle({ items, outcome: "succeeded" });
  }

  skip(items: readonly Item[]): void {
    for (const item of items) this.#alreadyDone.push(item);
    this.#settle({ items, outcome: "alreadyDone" });
  }

  reject(items: readonly Item[], error: unknown): void {
    // Only an interceptor or a hook of the caller can throw an error of another class.
    for (const item of items) this.#rejected.push({ item, error: error as IamFailure });
    this.#settle({ items, outcome: "rejected", error });
  }

  /** Reports items whose outcome cannot be determined. */
  giveUp(items: readonly Item[], error: unknown): void {
    for (const item of items) this.#unknown.push({ item, error });
    this.#settle({ items, outcome: "unknown", error });
  }

  #settle(settlement: BulkSettlement<Item>): void {
    if (settlement.items.length === 0) return;
    // An uncaught error would end a Node process, and `reportError` would end a Deno process.
    (async () => this.#onSettled?.(settlement))().catch(console.error);
  }
}
