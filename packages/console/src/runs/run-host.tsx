import { Modal } from "@mantine/core";
import { use, useSyncExternalStore } from "react";
import { useBeforeUnload } from "react-router";
import { useLastDefined } from "../layout/use-last-defined.ts";
import { focusGrid } from "../table/grid/use-roving-tab-index.ts";
import { ABOVE_DRAWERS, ConfirmRunDialog } from "./confirm-run-dialog.tsx";
import { RunBar } from "./run-bar.tsx";
import type { RunCenter, RunsState } from "./run-center.ts";
import { RunProgress } from "./run-progress.tsx";
import { RunReportView } from "./run-report-view.tsx";
import { texts } from "./texts.ts";
import { useRuns } from "./use-runs.ts";

/** Shows the run of this tab on every page: confirmation, progress and report. Asks for confirmation before the tab closes during a run. */
export function RunHost() {
  const center = use(useRuns().load());
  const state = useSyncExternalStore(center.subscribe, center.state);
  const { run, report, isOpen, proposal } = state;
  const isBusy = run !== undefined && report === undefined;
  useBeforeUnload((event) => {
    if (isBusy) event.preventDefault();
  });
  return (
    <>
      {run && !isOpen && <RunBar run={run} report={report} center={center} />}
      <RunDialog state={state} center={center} />
      <ConfirmRunDialog
        task={proposal}
        isBusy={isBusy}
        onConfirm={() => center.resolveProposal(true)}
        onClose={() => center.resolveProposal(false)}
      />
    </>
  );
}

interface RunDialogProps {
  readonly state: RunsState;
  readonly center: RunCenter;
}

/** Shows the progress of the run, then its report. Closing it hides a run in progress, and dismisses the report of an ended one. */
function RunDialog({ state, center }: RunDialogProps) {
  const { run, report } = useLastDefined(state.run && state) ?? {};
  return (
    <Modal
      opened={state.isOpen && state.run !== undefined}
      onClose={() => {
        if (state.run?.status === "ended") void center.dismiss();
        else center.setOpen(false);
      }}
      // The selected rows and their buttons may be gone.
      onExitTransitionEnd={focusGrid}
      zIndex={ABOVE_DRAWERS}
      title={run && texts.progress.title(run.task)}
    >
      {run && !report && <RunProgress run={run} center={center} />}
      {run && report && <RunReportView run={run} report={report} center={center} />}
    </Modal>
  );
}
