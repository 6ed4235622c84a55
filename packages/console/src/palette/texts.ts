import { formatCount, formatQuantity } from "../format.ts";
import { texts as frame } from "../layout/texts.ts";
import { texts as list } from "../table/texts.ts";

const resultNoun = ["result", "results"] as const;
const userNoun = ["user", "users"] as const;

/** The texts of the command palette. */
export const texts = {
  title: "Command palette",
  placeholder: "Search users, invites and commands",
  results: "Results",
  resultCount: (count: number) => formatQuantity(count, resultNoun),
  none: (query: string) => `No results for “${query}”`,
  searching: (loaded: number, total: number | undefined) =>
    `Searching ${formatCount(loaded)}${total === undefined ? "" : ` of ${formatCount(total)}`} users…`,
  usersFailed: "Could not load users",
  invitesFailed: "Could not load invites",
  hints: { move: "to move", run: "to open", close: "to close" },

  groups: { recent: "Recent", commands: "Commands", users: "Users", invites: "Invites" },

  /** The label of each command, and other words that find it. */
  commands: {
    users: { label: "Go to users", keywords: "people members list" },
    invites: { label: "Go to invites", keywords: "pending list" },
    invite: { label: "Invite people", keywords: "add new user member" },
    import: { label: "Import invites", keywords: "csv file upload" },
    review: { label: "Review access", keywords: "audit permissions roles" },
    export: { label: "Export all users as CSV", keywords: "download spreadsheet" },
    refresh: { label: list.actions.refresh, keywords: "reload update" },
    dark: { label: frame.colorScheme.dark, keywords: "color theme appearance" },
    light: { label: frame.colorScheme.light, keywords: "color theme appearance" },
    comfortable: { label: list.actions.comfortableRows, keywords: "row height density size" },
    compact: { label: list.actions.compactRows, keywords: "row height density size" },
    shortcuts: { label: "Keyboard shortcuts", keywords: "help keys hotkeys" },
  },

  exporting: (loaded: number, total: number | undefined) =>
    `Loading ${formatCount(loaded)}${total === undefined ? "" : ` of ${formatCount(total)}`} users for the export`,
  exported: (count: number) => `${formatQuantity(count, userNoun)} exported`,
  cancel: "Cancel",
};
