import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import type { ReactNode } from "react";
import { nameWorkspace, readWorkspace } from "../workspace.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { RateLimitNotice } from "./rate-limit-notice.tsx";
import { texts } from "./texts.ts";

/** Props of {@link ConfirmDialog}. */
export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** The label of the confirm button. */
  readonly action: string;
  /** The operation that confirming calls. Without it, the dialog shows no state of a request. */
  readonly operation?: OperationDescriptor;
  /** The mutation that confirming starts. Without it, `onConfirm` closes the dialog. */
  readonly mutation?: {
    readonly isPending: boolean;
    readonly failureReason: IamFailure | null;
    readonly error: IamFailure | null;
    readonly reset: () => void;
  };
  /** Whether the confirm button is disabled. @default false */
  readonly isBlocked?: boolean;
  readonly onConfirm: () => void;
  /** The effect of the action. */
  readonly children: ReactNode;
}

/**
 * Asks for confirmation before an action. Stays open until the action succeeds.
 *
 * A request that was sent cannot be cancelled, so the dialog cannot be closed while it is pending.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, action, operation, mutation, isBlocked = false, onConfirm, children } = props;
  const { isPending = false, failureReason = null, error, reset } = mutation ?? {};
  return (
    <Modal
      opened={isOpen}
      onClose={isPending ? () => {} : onClose}
      onExitTransitionEnd={() => reset?.()}
      withCloseButton={!isPending}
      title={title}
    >
      <Stack fz="sm">
        {children}
        <WorkspaceNote />
        {operation && <RateLimitNotice operation={operation} isBusy={isPending} failure={failureReason} />}
        {error && <FailureNotice failure={error} title={texts.requestFailed} />}
        <Group justify="flex-end">
          <Button variant="default" disabled={isPending} onClick={onClose} data-autofocus>
            {texts.cancel}
          </Button>
          <Button color="red" loading={isPending} disabled={isBlocked} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** States in a dialog which workspace an action changes. */
export function WorkspaceNote() {
  const workspace = readWorkspace(document);
  const isLive = workspace.kind === "live";
  return (
    <Text size="sm" fw={isLive ? 600 : 400} c={isLive ? "var(--mantine-color-error)" : "dimmed"}>
      {texts.workspaceNote(nameWorkspace(workspace))}
    </Text>
  );
}
