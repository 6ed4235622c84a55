import type { RunReport } from "./run-report.ts";
import type { RunTask } from "./run-task.ts";

/** Owns the run of this tab. */
export interface RunCenter {
  confirm(task: RunTask): Promise<RunReport | undefined>;
  start(task: RunTask): Promise<RunReport | undefined>;
}
