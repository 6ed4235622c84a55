import { Button, Group } from "@mantine/core";
import { randomId } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import type { IamFailure } from "@segment-iam/client";
import { explainFailure } from "./explain-failure.ts";

/** How long a notification stays that has a button, reports a failure or is long. Hover and focus stop the time. */
const LONG_MS = 15_000;

const propsByKind = {
  success: { color: "evergreen", icon: <IconCheck size={18} /> },
  failure: { color: "red", icon: <IconAlertCircle size={18} /> },
  info: { icon: <IconInfoCircle size={18} /> },
};

/** The options of {@link notify}. */
export interface NotifyOptions {
  /** @default "success" */
  readonly kind?: keyof typeof propsByKind;
  /** @default none */
  readonly title?: string;
  /** A button, such as `Undo`. It closes the notification. @default none */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  /** Whether the notification stays for 15 s although it reports no failure and has no button. @default false */
  readonly isLong?: boolean;
  /** Replaces the notification with this ID, so that its button cannot undo a newer change. @default a new ID */
  readonly id?: string;
}

/** Shows a notification. */
export function notify(message: string, options: NotifyOptions = {}): void {
  const { kind = "success", title, action, isLong = false, id = randomId() } = options;
  function run() {
    notifications.hide(id);
    action?.onClick();
  }
  notifications.hide(id);
  notifications.show({
    ...propsByKind[kind],
    id,
    title,
    withBorder: true,
    ...((action || kind === "failure" || isLong) && { autoClose: LONG_MS }),
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
  notify([message, ...details].join(" "), { kind: "failure", title });
}
