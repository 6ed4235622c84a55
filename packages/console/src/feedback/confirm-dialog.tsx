import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import type { ReactNode } from "react";
import { FailureNotice } from "./failure-notice.tsx";
import { WaitNotice } from "./rate-limit-notice.tsx";

/** What a dialog reads of the mutation it starts. */
interface ConfirmedMutation {
  readonly isPending: boolean;
  readonly failureReason: IamFailure | null;
  readonly error: IamFailure | null;
  readonly reset: () => void;
}

/** What is to be confirmed. */
export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The question. */
  readonly title: string;
  /** What the button that goes ahead says. */
  readonly action: string;
  /** What going ahead calls. */
  readonly operation: OperationDescriptor;
  readonly mutation: ConfirmedMutation;
  readonly onConfirm: () => void;
  /** What it means. */
  readonly children: ReactNode;
}

/**
 * Asks before something that cannot be undone, and stays until it is done: waits and failures show in it.
 *
 * Once it has begun there is no way back, so that the dialog does not pretend there is: it cannot be closed meanwhile.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, action, operation, mutation, onConfirm, children } = props;
  const { isPending, failureReason, error, reset } = mutation;
  return (
    <Modal
      opened={isOpen}
      onClose={isPending ? () => {} : onClose}
      onExitTransitionEnd={reset}
      withCloseButton={!isPending}
      closeButtonProps={{ "aria-label": "Close" }}
      title={title}
    >
      <Stack>
        <Text size="sm">{children}</Text>
        <WaitNotice operation={operation} isBusy={isPending} failure={failureReason} />
        {error && <FailureNotice failure={error} title="It did not work" />}
        <Group justify="flex-end">
          <Button variant="default" disabled={isPending} onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red" loading={isPending} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
