import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import type { ReactNode } from "react";
import { FailureNotice } from "./failure-notice.tsx";
import { RateLimitNotice } from "./rate-limit-notice.tsx";
import { WorkspaceNote } from "./workspace-note.tsx";

/** Props of {@link ConfirmDialog}. */
export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** The label of the confirm button. */
  readonly action: string;
  /** The operation that the mutation calls. */
  readonly operation: OperationDescriptor;
  readonly mutation: {
    readonly isPending: boolean;
    readonly failureReason: IamFailure | null;
    readonly error: IamFailure | null;
    readonly reset: () => void;
  };
  readonly onConfirm: () => void;
  /** The effect of the action. */
  readonly children: ReactNode;
}

/**
 * Asks for confirmation before an action that cannot be undone. Stays open until the action succeeds.
 *
 * A request that was sent cannot be cancelled, so the dialog cannot be closed while it is pending.
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
        <WorkspaceNote />
        <RateLimitNotice operation={operation} isBusy={isPending} failure={failureReason} />
        {error && <FailureNotice failure={error} title="Request failed" />}
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
