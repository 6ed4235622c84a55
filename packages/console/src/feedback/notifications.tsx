import "@mantine/notifications/styles.layer.css";
import { Notifications as MantineNotifications } from "@mantine/notifications";

/** Shows the notifications of `notifySuccess` and `notifyFailure`. */
export function Notifications() {
  return <MantineNotifications position="bottom-right" />;
}
