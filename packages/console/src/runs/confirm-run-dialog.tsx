import { Alert, Button, getDefaultZIndex, Group, List, Modal, ScrollArea, Stack, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { WorkspaceNote } from "../feedback/confirm-dialog.tsx";
import { useChangeConfirmation, type ChangePlan } from "../guards/use-change-confirmation.tsx";
import { useLastDefined } from "../layout/use-last-defined.ts";
import { useUsers } from "../users/use-users.ts";
import { planRunChanges } from "./plan-run-changes.ts";
import { keyOfItem, nameOfItem, type RunTask } from "./run-task.ts";
import { texts, textsOf } from "./texts.ts";

/** The stacking order of the dialogs of runs. They are above the drawer of a form that stays open. */
export const ABOVE_DRAWERS = getDefaultZIndex("modal") + 1;

/** The number of people to list. The dialog shows only the count of the others. */
const MAX_LISTED = 100;

/** Props of {@link ConfirmRunDialog}. */
export interface ConfirmRunDialogProps {
  /** The task to confirm. Without it, the dialog is closed. */
  readonly task: RunTask | undefined;
  /** Whether another run is in progress. The task cannot start then. */
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks for confirmation before a run: the people, the effect and the workspace. */
export function ConfirmRunDialog({ task, isBusy, onConfirm, onClose }: ConfirmRunDialogProps) {
  const shown = useLastDefined(task);
  return (
    <Modal
      opened={task !== undefined}
      onClose={onClose}
      zIndex={ABOVE_DRAWERS}
      title={shown && texts.confirm.title(shown)}
    >
      {shown && <Confirmation task={shown} isBusy={isBusy} onConfirm={onConfirm} onClose={onClose} />}
    </Modal>
  );
}

interface ConfirmationProps extends ConfirmRunDialogProps {
  readonly task: RunTask;
}

/** The content of the dialog. A closed dialog does not render it, so that other pages load no users. */
function Confirmation({ task, isBusy, onConfirm, onClose }: ConfirmationProps) {
  const { users } = useUsers();
  const [planned, setPlanned] = useState<{ readonly task: RunTask; readonly plan: ChangePlan }>();
  // Keeps one plan for each task, because loading more users must not clear the typed text.
  if (planned?.task !== task) setPlanned({ task, plan: planRunChanges(task, users) });
  const { warnings, isBlocked } = useChangeConfirmation(planned?.plan);
  return (
    <Stack>
      <People task={task} />
      <Text size="sm">{textsOf(task).effect}</Text>
      {warnings}
      <WorkspaceNote />
      {isBusy && (
        <Alert color="gray" icon={<IconInfoCircle />}>
          {texts.confirm.busy}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {texts.cancel}
        </Button>
        <Button color={task.kind === "invite" ? "evergreen" : "red"} disabled={isBusy || isBlocked} onClick={onConfirm}>
          {textsOf(task).button}
        </Button>
      </Group>
    </Stack>
  );
}

function People({ task: { items } }: { readonly task: RunTask }) {
  return (
    <ScrollArea.Autosize mah={200} viewportProps={{ tabIndex: 0, role: "region", "aria-label": texts.confirm.list }}>
      <List size="sm">
        {items.slice(0, MAX_LISTED).map((item) => (
          <List.Item key={keyOfItem(item)} style={{ overflowWrap: "anywhere" }}>
            {nameOfItem(item)}
          </List.Item>
        ))}
        {items.length > MAX_LISTED && <List.Item>{texts.more(items.length - MAX_LISTED)}</List.Item>}
      </List>
    </ScrollArea.Autosize>
  );
}
