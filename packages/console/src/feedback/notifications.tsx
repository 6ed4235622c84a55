import "@mantine/notifications/styles.layer.css";
import { useWindowEvent } from "@mantine/hooks";
import { Notifications as MantineNotifications } from "@mantine/notifications";
import { useRef } from "react";

/** The element of Mantine that contains the notifications. */
const ROOT = ".mantine-Notifications-root";

/** A dialog or drawer. Popovers also have the role `dialog`, but do not keep the focus. */
const DIALOG = "[role=dialog][aria-modal=true]";

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
  // Before the dialog moves the focus.
  useWindowEvent(
    "keydown",
    (event) => {
      focusedBefore.current = document.activeElement;
      const buttons = listButtons();
      const index = buttons.indexOf(document.activeElement as HTMLElement);
      const dialog = findLastDialog();
      if (event.key !== "Tab" || index === -1 || !dialog) return;
      const next = buttons[index + (event.shiftKey ? -1 : 1)];
      if (next) {
        event.preventDefault();
        next.focus();
      } else {
        // The dialog then moves the focus to its first control, or with Shift to its last one.
        dialog.focus();
      }
    },
    { capture: true },
  );
  // After the dialog has moved the focus.
  useWindowEvent("keydown", ({ key, shiftKey }) => {
    const [from, to] = [focusedBefore.current, document.activeElement];
    const left = from?.closest(DIALOG);
    if (key !== "Tab" || !from || !to || !left || from === left) return;
    const isToEarlier = (from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    const hasWrapped = from === to || isToEarlier !== shiftKey;
    const button = listButtons().at(shiftKey ? -1 : 0);
    if (hasWrapped) button?.focus();
  });
  // A button removes its notification, and with it the focus. Before the button's action, which can open another dialog.
  useWindowEvent(
    "click",
    ({ target }) => {
      if (target instanceof Element && target.closest(ROOT)) findLastDialog()?.focus();
    },
    { capture: true },
  );
}

/** Returns the dialog that was opened last. */
function findLastDialog(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(DIALOG)].at(-1);
}

function listButtons(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`${ROOT} button`)];
}
