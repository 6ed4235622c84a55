import { Button, Group } from "@mantine/core";
import { randomId } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle, IconCheck } from "@tabler/icons-react";
import type { IamFailure } from "@segment-iam/client";
import { explainFailure } from "./explain-failure.ts";
import { texts } from "./texts.ts";

/** How long a notification stays that has a button or explains a failure. Hover and focus stop the time. */
const LONG_MS = 15_000;

const common = { withBorder: true, closeButtonProps: { "aria-label": texts.close } };

/** The options of {@link notifySuccess}. */
export interface SuccessOptions {
  /** A button, such as `Undo`. It closes the notification. @default none */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  /** Replaces the notification with this ID, so that its button cannot undo a newer change. @default a new ID */
  readonly id?: string;
}

/** Shows a notification that an action succeeded. */
export function notifySuccess(message: string, { action, id = randomId() }: SuccessOptions = {}): void {
  function run() {
    notifications.hide(id);
    action?.onClick();
  }
  notifications.hide(id);
  notifications.show({
    ...common,
    id,
    icon: <IconCheck size={18} />,
    ...(action && { autoClose: LONG_MS }),
    message: action ? (
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <div>{message}</div>
        <Button size="compact-sm" variant="light" onClick={run} style={{ flexShrink: 0 }}>
          {action.label}
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}

/**
 * Shows a notification that a request failed.
 *
 * @param title what failed, such as `Could not restore permissions`
 */
export function notifyFailure(title: string, failure: IamFailure): void {
  const { message, details } = explainFailure(failure);
  notifications.show({
    ...common,
    color: "red",
    icon: <IconAlertCircle size={18} />,
    autoClose: LONG_MS,
    title,
    message: [message, ...details].join(" "),
  });
}
