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

  commands: {
    users: "Go to users",
    invites: "Go to invites",
    invite: "Invite people",
    import: "Import invites",
    export: "Export all users as CSV",
    review: "Review access",
    dark: frame.colorScheme.dark,
    light: frame.colorScheme.light,
    comfortable: list.actions.comfortableRows,
    compact: list.actions.compactRows,
    refresh: list.actions.refresh,
    shortcuts: "Keyboard shortcuts",
  },
  /** Other words that find a command. */
  keywords: {
    users: "people members list",
    invites: "pending list",
    invite: "add new user member",
    import: "csv file upload",
    export: "download spreadsheet",
    review: "audit permissions roles",
    scheme: "color theme appearance",
    density: "row height density size",
    refresh: "reload update",
    shortcuts: "help keys hotkeys",
  },

  exporting: (loaded: number, total: number | undefined) =>
    `Loading ${formatCount(loaded)}${total === undefined ? "" : ` of ${formatCount(total)}`} users for the export`,
  exported: (count: number) => `${formatQuantity(count, userNoun)} exported`,
  cancel: "Cancel",
};
