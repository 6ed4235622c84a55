import { keyOfItem, type RunItem, type RunTask } from "./run-task.ts";

/**
 * The outcome of an item.
 *
 * - `already-done`: nothing was left to do. The user was removed before, or already had these permissions.
 * - `unknown`: the request may have been executed.
 * - `not-attempted`: nothing was sent, or the request was not executed.
 */
export type RunOutcome = "succeeded" | "already-done" | "rejected" | "unknown" | "not-attempted";

/** The result of an item. */
export interface RunResult {
  readonly outcome: RunOutcome;
  /** Why the item did not succeed. */
  readonly reason?: string | undefined;
}

/** The outcome of a run: one row for each item of the task, in the order of the task. */
export interface RunReport {
  readonly task: RunTask;
  readonly rows: readonly (RunResult & { readonly item: RunItem })[];
}

/** Creates the report of a run. Items without a result were not attempted. */
export function createReport(
  task: RunTask,
  results: ReadonlyMap<string, RunResult>,
  notAttemptedReason?: string,
): RunReport {
  const rows = task.items.map((item) => {
    const result = results.get(keyOfItem(item));
    return { item, ...(result ?? { outcome: "not-attempted" as const, reason: notAttemptedReason }) };
  });
  return { task, rows };
}

/** Counts the items that succeeded, or were done before. */
export function countDone({ rows }: RunReport): number {
  return rows.filter(({ outcome }) => outcome === "succeeded" || outcome === "already-done").length;
}
