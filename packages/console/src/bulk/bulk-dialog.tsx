import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import type { BulkOperationId, Operation } from "@segment-iam/client";
import type { ListItemOf } from "@segment-iam/helpers/bulk";
import { useBulk } from "@segment-iam/react";
import { useState } from "react";
import { announce } from "../feedback/notify-success.tsx";
import { counted, formatCount } from "../format.ts";
import { BulkProgressView } from "./bulk-progress-view.tsx";
import { BulkReportView } from "./bulk-report-view.tsx";
import { useLeaveGuard } from "./use-leave-guard.ts";

/** How many items are named before they are only counted. */
const ITEMS_NAMED = 5;

/** What is to be done with a list. */
export interface BulkDialogProps<Id extends BulkOperationId> {
  readonly isOpen: boolean;
  readonly operation: Operation<Id>;
  readonly items: readonly ListItemOf<Id>[];
  readonly nameOf: (item: ListItemOf<Id>) => string;
  /** What one item is, and what several are: `["user", "users"]`. */
  readonly noun: readonly [one: string, several: string];
  /** What is done with them, as an order: `Remove`. */
  readonly action: string;
  /** The same, once it is done: `removed`. */
  readonly done: string;
  /** What it means. */
  readonly warning: string;
  readonly onClose: () => void;
  /** Called when the work has ended, however it did. */
  readonly onDone: () => void;
}

/**
 * Asks before bulk work, shows how far it has come, and tells what became of the list where not all went well.
 *
 * The work goes on while another page is shown; who comes back finds the dialog open.
 */
export function BulkDialog<Id extends BulkOperationId>(props: BulkDialogProps<Id>) {
  const { isOpen, operation, items, nameOf, noun, action, done, warning, onClose, onDone } = props;
  const work = useBulk(operation, { id: "dialog" });
  const { progress, result } = work;
  const isRunning = progress !== undefined && result === undefined;
  const [isClosing, setClosing] = useState(false);
  /** The names at the start: what is removed is in no list afterwards. */
  const [names, setNames] = useState<ReadonlyMap<ListItemOf<Id>, string>>(new Map());
  useLeaveGuard(isRunning);

  function close() {
    setClosing(true);
    onClose();
  }

  async function start() {
    setNames(new Map(items.map((item) => [item, nameOf(item)])));
    const { succeeded, rejected, unknown, notAttempted } = await work.start(items);
    onDone();
    if (rejected.length + unknown.length + notAttempted.length > 0) return;
    announce(`${counted(succeeded.length, noun)} ${done}`);
    close();
  }

  return (
    <Modal
      opened={(isOpen || progress !== undefined) && !isClosing}
      onClose={isRunning ? () => {} : close}
      onExitTransitionEnd={() => {
        work.reset();
        setClosing(false);
      }}
      withCloseButton={!isRunning}
      closeButtonProps={{ "aria-label": "Close" }}
      title={`${action} ${counted(progress?.total ?? items.length, noun)}${progress ? "" : "?"}`}
    >
      {result && <BulkReportView report={result} nameOf={(item) => names.get(item) ?? nameOf(item)} done={done} />}
      {isRunning && <BulkProgressView operation={operation} progress={progress} work={work} />}
      {!progress && (
        <Stack>
          <List size="sm">
            {items.slice(0, ITEMS_NAMED).map((item) => (
              <List.Item key={nameOf(item)}>{nameOf(item)}</List.Item>
            ))}
            {items.length > ITEMS_NAMED && (
              <List.Item>{`and ${formatCount(items.length - ITEMS_NAMED)} more`}</List.Item>
            )}
          </List>
          <Text size="sm">{warning}</Text>
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
