import type { BulkProgress, BulkReport } from "@segment-iam/helpers/bulk";

/** Bulk work at a moment; `status` tells what there is of the rest. */
export type BulkState<Item> =
  | { readonly status: "idle"; readonly progress: undefined; readonly result: undefined }
  | {
      readonly status: "running" | "paused";
      /** How many items are through and how many of those failed, of how many, and the time left. */
      readonly progress: BulkProgress;
      readonly result: undefined;
    }
  | {
      readonly status: "finished";
      readonly progress: BulkProgress;
      /** What became of each item. */
      readonly result: BulkReport<Item>;
    };

/** How bulk work stands before it starts. */
export const idle: BulkState<never> = { status: "idle", progress: undefined, result: undefined };
