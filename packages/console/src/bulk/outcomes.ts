import type { BulkReport } from "@segment-iam/helpers/bulk";
import { reasonOf } from "../feedback/explain-failure.ts";

/** What became of one item, in words. */
export interface Outcome {
  readonly item: string;
  readonly outcome: "done" | "refused" | "unknown" | "not tried";
  /** Why; empty for what was done. */
  readonly reason: string;
}

/** A report as one line for each item, the failures first. */
export function outcomes<Item>(report: BulkReport<Item>, nameOf: (item: Item) => string): Outcome[] {
  const stopped = report.stoppedBy === undefined ? "" : reasonOf(report.stoppedBy);
  return [
    ...report.rejected.map(({ item, error }) => line(item, "refused", reasonOf(error))),
    ...report.unknown.map(({ item, error }) => line(item, "unknown", reasonOf(error))),
    ...report.notAttempted.map((item) => line(item, "not tried", stopped)),
    ...report.succeeded.map((item) => line(item, "done", "")),
  ];

  function line(item: Item, outcome: Outcome["outcome"], reason: string): Outcome {
    return { item: nameOf(item), outcome, reason };
  }
}
