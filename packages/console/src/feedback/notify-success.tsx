import { notifications } from "@mantine/notifications";
import { IconCheck } from "@tabler/icons-react";

/** Says in a corner of the page that something was done. */
export function announce(message: string): void {
  notifications.show({ message, icon: <IconCheck size={18} />, withBorder: true });
}
