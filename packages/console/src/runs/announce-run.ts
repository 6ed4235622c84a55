import { notify } from "../feedback/notify.tsx";
import { countDone, type RunReport } from "./run-report.ts";
import { nameOfItem } from "./run-task.ts";
import { texts, textsOf } from "./texts.ts";

/** The action of the notification's button. `onUndo` takes precedence. */
export interface AnnouncementActions {
  readonly onUndo?: (() => void) | undefined;
  readonly onView?: (() => void) | undefined;
}

/** Shows a notification that a run has ended. */
export function announceRun(report: RunReport, { onUndo, onView }: AnnouncementActions): void {
  const { task, rows } = report;
  const done = countDone(report);
  const [only] = rows;
  const message =
    only && rows.length === 1 && only.outcome === "already-done"
      ? `${nameOfItem(only.item)}: ${textsOf(task).alreadyDone}`
      : texts.report.summary(task, done);
  const onClick = onUndo ?? onView;
  notify(message, {
    kind: done === rows.length ? "success" : "failure",
    // It may contain the whole report.
    isLong: true,
    action: onClick && { label: onUndo ? texts.undo[task.kind] : texts.bar.view, onClick },
  });
}
