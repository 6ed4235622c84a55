import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import type { BulkOperationId, Operation } from "@segment-iam/client";
import type { ListItemOf } from "@segment-iam/helpers/bulk";
import { useBulk } from "@segment-iam/react";
import { useState } from "react";
import { notifySuccess } from "../feedback/notify-success.tsx";
import { WorkspaceNote } from "../feedback/workspace-note.tsx";
import { formatCount, formatQuantity, type Noun } from "../format.ts";
import { BulkProgressView } from "./bulk-progress-view.tsx";
import { BulkReportView } from "./bulk-report-view.tsx";

/** The number of items to list. The dialog shows only the count of the others. */
const MAX_LISTED = 5;

/** Props of {@link BulkDialog}. */
export interface BulkDialogProps<Id extends BulkOperationId> {
  readonly isOpen: boolean;
  readonly operation: Operation<Id>;
  readonly items: readonly ListItemOf<Id>[];
  readonly nameOf: (item: ListItemOf<Id>) => string;
  readonly noun: Noun;
  /** The label of the confirm button, such as `Remove`. */
  readonly action: string;
  /** The action in the past tense, such as `removed`. */
  readonly pastTense: string;
  /** The effect of the action. */
  readonly warning: string;
  readonly onClose: () => void;
  /** Called when the run has ended, even if it failed. */
  readonly onDone: () => void;
}

/**
 * Asks for confirmation before a bulk run, shows its progress, and reports items that did not succeed.
 *
 * The run continues while another page is shown. On return, the dialog opens again.
 */
export function BulkDialog<Id extends BulkOperationId>(props: BulkDialogProps<Id>) {
  const { isOpen, operation, items, nameOf, noun, action, pastTense, warning, onClose, onDone } = props;
  const bulk = useBulk(operation, { id: "dialog" });
  const { progress, result } = bulk;
  const isRunning = progress !== undefined && result === undefined;
  const [isClosing, setClosing] = useState(false);
  /** The item names at the start of the run. Removed items are no longer in any list when the run ends. */
  const [names, setNames] = useState<ReadonlyMap<ListItemOf<Id>, string>>(new Map());

  function close() {
    setClosing(true);
    onClose();
  }

  async function start() {
    setNames(new Map(items.map((item) => [item, nameOf(item)])));
    const { succeeded, rejected, unknown, notAttempted } = await bulk.start(items);
    onDone();
    if (rejected.length + unknown.length + notAttempted.length > 0) return;
    notifySuccess(`${formatQuantity(succeeded.length, noun)} ${pastTense}`);
    close();
  }

  return (
    <Modal
      opened={(isOpen || progress !== undefined) && !isClosing}
      onClose={isRunning ? () => {} : close}
      onExitTransitionEnd={() => {
        bulk.reset();
        setClosing(false);
      }}
      withCloseButton={!isRunning}
      closeButtonProps={{ "aria-label": "Close" }}
      title={`${action} ${formatQuantity(progress?.total ?? items.length, noun)}${progress ? "" : "?"}`}
    >
      {result && (
        <BulkReportView report={result} nameOf={(item) => names.get(item) ?? nameOf(item)} pastTense={pastTense} />
      )}
      {isRunning && <BulkProgressView operation={operation} progress={progress} bulk={bulk} />}
      {!progress && (
        <Stack>
          <List size="sm">
            {items.slice(0, MAX_LISTED).map((item) => (
              <List.Item key={nameOf(item)}>{nameOf(item)}</List.Item>
            ))}
            {items.length > MAX_LISTED && <List.Item>{`and ${formatCount(items.length - MAX_LISTED)} more`}</List.Item>}
          </List>
          <Text size="sm">{warning}</Text>
          <WorkspaceNote />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              Cancel
            </Button>
            <Button color="red" onClick={() => void start()}>
              {action}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
