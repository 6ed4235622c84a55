import { Modal } from "@mantine/core";
import { use, useState, useSyncExternalStore } from "react";
import { useBeforeUnload } from "react-router";
import { focusGrid } from "../table/focus-grid.ts";
import { ABOVE_DRAWERS, ConfirmRunDialog } from "./confirm-run-dialog.tsx";
import type { RunView } from "./engine/run.ts";
import { RunBar } from "./run-bar.tsx";
import type { RunCenter } from "./run-center.ts";
import { RunProgress } from "./run-progress.tsx";
import type { RunReport } from "./run-report.ts";
import { RunReportView } from "./run-report-view.tsx";
import { texts } from "./texts.ts";
import { useRuns } from "./use-runs.ts";

/** Shows the run of this tab on every page: confirmation, progress and report. Asks for confirmation before the tab closes during a run. */
export function RunHost() {
  const center = use(useRuns().load());
  const { run, report, isOpen, proposal } = useSyncExternalStore(center.subscribe, center.state);
  const isBusy = run !== undefined && report === undefined;
  useBeforeUnload((event) => {
    if (isBusy) event.preventDefault();
  });
  return (
    <>
      {run && !isOpen && <RunBar run={run} report={report} center={center} />}
      <RunDialog isOpen={isOpen} run={run} report={report} center={center} />
      <ConfirmRunDialog
        task={proposal}
        isBusy={isBusy}
        onConfirm={() => center.answer(true)}
        onClose={() => center.answer(false)}
      />
    </>
  );
}

interface RunDialogProps {
  readonly isOpen: boolean;
  readonly run: RunView | undefined;
  /** The report; `undefined` while the run is in progress. */
  readonly report: RunReport | undefined;
  readonly center: RunCenter;
}

/** Shows the progress of the run, then its report. Closing it hides a run in progress, and dismisses the report of an ended one. */
function RunDialog({ isOpen, run, report, center }: RunDialogProps) {
  // Keeps the content while the closing transition runs.
  const [last, setLast] = useState({ run, report });
  if (run && (run !== last.run || report !== last.report)) setLast({ run, report });
  const shown = run ? { run, report } : last;
  return (
    <Modal
      opened={isOpen && run !== undefined}
      onClose={() => {
        if (run?.status === "ended") void center.dismiss();
        else center.setOpen(false);
      }}
      // The selected rows and their buttons may be gone.
      onExitTransitionEnd={focusGrid}
      zIndex={ABOVE_DRAWERS}
      title={shown.run && texts.progress.title(shown.run.task)}
      closeButtonProps={{ "aria-label": texts.close }}
    >
      {shown.run && !shown.report && <RunProgress run={shown.run} center={center} />}
      {shown.run && shown.report && <RunReportView run={shown.run} report={shown.report} center={center} />}
    </Modal>
  );
}
