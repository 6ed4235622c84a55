import { useHotkeys, useLocalStorage } from "@mantine/hooks";

/** Elements that handle keys themselves, such as text fields, selects and dialogs. */
const OWN_KEYS =
  "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu]";

/** Returns whether single-key shortcuts are on, and a function that changes it. The browser stores the choice. */
export function useSingleKeyShortcuts(): [isOn: boolean, setOn: (isOn: boolean) => void] {
  const [isOn, setOn] = useLocalStorage({
    key: "single-key-shortcuts",
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [isOn, setOn];
}

/**
 * Calls a function when a key is pressed, except in a text field, a select, a menu or a dialog.
 *
 * Users can turn these shortcuts off, because speech input can press keys by accident (WCAG 2.1.4).
 *
 * @param key a letter or a character
 */
export function useShortcut(key: string, run: () => void): void {
  const [isOn] = useSingleKeyShortcuts();
  function onKey(event: KeyboardEvent) {
    if (!isOn || (event.target instanceof Element && event.target.closest(OWN_KEYS))) return;
    event.preventDefault();
    run();
  }
  useHotkeys(
    [
      [key, onKey, { preventDefault: false }],
      // Some keyboard layouts need Shift for characters such as `/`.
      [`shift+${key}`, onKey, { preventDefault: false }],
    ],
    [],
  );
}

/** Returns the label of the key for commands: `⌘` on Apple devices, otherwise `Ctrl`. */
export function modKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";
}
