import { createContext, useContext } from "react";
import type { RunCenter } from "./run-center.ts";
import type { RunReport } from "./run-report.ts";
import type { RunTask } from "./run-task.ts";

/** Starts runs. The shell owns them, so they continue on other pages. */
export interface Runs {
  /**
   * Asks for confirmation, then starts a run. Resolves when the run has ended, or to `undefined` if the user cancels.
   *
   * @example
   * const report = await runs.confirm({ kind: "remove-users", items: users });
   * if (report) selection.deselectShown();
   */
  confirm(task: RunTask): Promise<RunReport | undefined>;
  /**
   * Starts a run without confirmation. While another run is in progress, asks for confirmation, so that the user can wait. Resolves when
   * the run has ended, or to `undefined` if the user cancels.
   *
   * @param onStart called when the run starts
   */
  start(task: RunTask, onStart?: () => void): Promise<RunReport | undefined>;
  /** Loads the code of runs, which is split from the first page. */
  load(): Promise<RunCenter>;
}

/** Creates the runs of a console. Loads their code when it is first needed. */
export function createRuns(loadCenter: () => Promise<RunCenter>): Runs {
  let center: Promise<RunCenter> | undefined;
  const load = () => (center ??= loadCenter());
  return {
    load,
    confirm: async (task) => (await load()).confirm(task),
    start: async (task, onStart) => (await load()).start(task, onStart),
  };
}

const RunsContext = createContext<Runs | undefined>(undefined);

/** Provides the runs to all pages. */
export const RunsProvider = RunsContext.Provider;

/** Returns the functions that start runs. */
export function useRuns(): Runs {
  const runs = useContext(RunsContext);
  if (!runs) throw new Error("useRuns needs a RunsProvider");
  return runs;
}
