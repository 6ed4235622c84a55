import { notifications } from "@mantine/notifications";
import { IconCheck } from "@tabler/icons-react";

/** Shows a notification that an action succeeded. */
export function notifySuccess(message: string): void {
  notifications.show({ message, icon: <IconCheck size={18} />, withBorder: true });
}
