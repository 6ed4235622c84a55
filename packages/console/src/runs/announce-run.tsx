import { Button, Group } from "@mantine/core";
import { randomId } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import { countOutcomes, type RunReport } from "./run-report.ts";
import { nameOfItem } from "./run-task.ts";
import { texts, textsOf } from "./texts.ts";

/** How long the notification is shown. Hover and focus pause the timer. */
const DURATION_MS = 15_000;

/** The action of the notification's button. `onUndo` takes precedence. */
export interface AnnouncementActions {
  readonly onUndo?: (() => void) | undefined;
  readonly onView?: (() => void) | undefined;
}

/** Shows a notification that a run has ended. */
export function announceRun({ task, rows }: RunReport, { onUndo, onView }: AnnouncementActions): void {
  const id = randomId();
  const done = countOutcomes({ task, rows }, "succeeded", "already-done");
  const isComplete = done === rows.length;
  const action = onUndo ?? onView;
  const [only] = rows;
  const message =
    only && rows.length === 1 && only.outcome === "already-done"
      ? `${nameOfItem(only.item)}: ${textsOf(task).alreadyDone}`
      : texts.report.summary(task, done);
  function run() {
    notifications.hide(id);
    action?.();
  }
  notifications.show({
    id,
    withBorder: true,
    autoClose: DURATION_MS,
    closeButtonProps: { "aria-label": texts.close },
    color: isComplete ? "evergreen" : "red",
    icon: isComplete ? <IconCheck size={18} /> : <IconAlertCircle size={18} />,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="xs">
        {message}
        {action && (
          <Button size="compact-sm" variant="light" onClick={run} style={{ flexShrink: 0 }}>
            {onUndo ? texts.undo[task.kind] : texts.bar.view}
          </Button>
        )}
      </Group>
    ),
  });
}

/** Shows a notification that another tab has continued the run. */
export function announceElsewhere(): void {
  notifications.show({
    withBorder: true,
    closeButtonProps: { "aria-label": texts.close },
    icon: <IconInfoCircle size={18} />,
    message: texts.bar.elsewhere,
  });
}
