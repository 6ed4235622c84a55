/** A shortcut in the list of shortcuts: alternative keys, each with the keys to press together. */
interface ShortcutText {
  readonly keys: readonly (readonly string[])[];
  readonly text: string;
}

/** A section of the list of shortcuts. */
export interface ShortcutSection {
  readonly title: string;
  readonly shortcuts: readonly ShortcutText[];
}

/** The texts of the keyboard shortcuts. */
export const texts = {
  title: "Keyboard shortcuts",
  keys: "Keys",
  or: "or",
  singleKeys: "Single-key shortcuts",
  singleKeysDescription: "Turn off /, R and ? if you use speech input.",
  /** @param mod the label of the key for commands */
  sections: (mod: string): readonly ShortcutSection[] => [
    {
      title: "Anywhere",
      shortcuts: [
        { keys: [[mod, "K"]], text: "Search and run commands" },
        { keys: [["/"]], text: "Search the list" },
        { keys: [["R"]], text: "Refresh" },
        { keys: [["?"]], text: "Show keyboard shortcuts" },
        { keys: [["Esc"]], text: "Close, or clear the search" },
      ],
    },
    {
      title: "Lists",
      shortcuts: [
        { keys: [["↑"], ["↓"]], text: "Move between rows" },
        { keys: [["Page Up"], ["Page Down"]], text: "Move 10 rows" },
        { keys: [["Home"], ["End"]], text: "First or last row" },
        { keys: [["Enter"]], text: "Open the row" },
        { keys: [["Space"]], text: "Select the row" },
        {
          keys: [
            ["Shift", "↑"],
            ["Shift", "↓"],
          ],
          text: "Select a range",
        },
        { keys: [["Shift", "click"]], text: "Select a range with the mouse" },
      ],
    },
  ],
};
