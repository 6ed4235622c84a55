/** Returns the label of the key for commands: `⌘` on Apple devices, otherwise `Ctrl`. */
export function modKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";
}
