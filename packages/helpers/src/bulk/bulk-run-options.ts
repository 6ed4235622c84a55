import type { CallOptions } from "@segment-iam/client";
import type { Clock } from "../clock.ts";
import type { BulkProgress, BulkSettlement } from "./bulk-report.ts";

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
