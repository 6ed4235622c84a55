import "@mantine/notifications/styles.layer.css";
import { useWindowEvent } from "@mantine/hooks";
import { Notifications as MantineNotifications } from "@mantine/notifications";
import { useRef } from "react";

/** The element of Mantine that contains the notifications. */
const ROOT = ".mantine-Notifications-root";

/** Shows the notifications of `notify`. */
export function Notifications() {
  useTabOrder();
  return <MantineNotifications position="bottom-right" />;
}

/**
 * Inserts the buttons of notifications into the tab order of an open dialog, after its last control.
 *
 * A dialog keeps the focus, so without this, Tab would not reach them.
 */
function useTabOrder(): void {
  const focusedBefore = useRef<Element>(null);
  const dialog = useRef<HTMLElement>(null);
  // Before the dialog moves the focus.
  useWindowEvent(
    "keydown",
    (event) => {
      focusedBefore.current = document.activeElement;
      const buttons = listButtons();
      const index = buttons.indexOf(document.activeElement as HTMLElement);
      if (event.key !== "Tab" || index === -1 || dialog.current?.isConnected !== true) return;
      const next = buttons[index + (event.shiftKey ? -1 : 1)];
      if (next) {
        event.preventDefault();
        next.focus();
      } else {
        // The dialog then moves the focus to its first control, or with Shift to its last one.
        dialog.current.focus();
      }
    },
    { capture: true },
  );
  // After the dialog has moved the focus.
  useWindowEvent("keydown", ({ key, shiftKey }) => {
    const [from, to] = [focusedBefore.current, document.activeElement];
    const left = from?.closest<HTMLElement>("[role=dialog]");
    if (key !== "Tab" || !from || !to || !left || from === left) return;
    const isToEarlier = (from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    const hasWrapped = from === to || isToEarlier !== shiftKey;
    const button = listButtons().at(shiftKey ? -1 : 0);
    if (!hasWrapped || !button) return;
    dialog.current = left;
    button.focus();
  });
  // A button removes its notification, and with it the focus.
  useWindowEvent("click", ({ target }) => {
    if (target instanceof Element && target.closest(ROOT) && dialog.current?.isConnected) dialog.current.focus();
  });
}

function listButtons(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`${ROOT} button`)];
}
