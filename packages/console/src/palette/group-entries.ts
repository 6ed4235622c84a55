import type { Icon } from "@tabler/icons-react";
import { normalizeText } from "../normalize-text.ts";
import { findMatches, type Matches } from "./find-matches.ts";
import { texts } from "./texts.ts";

/** An entry of the palette: a command, a user or an invite. */
export interface PaletteEntry {
  /** Unique among all entries. Recent entries are stored by this key. */
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  /** Other words that find the entry. */
  readonly keywords?: string;
  readonly icon: Icon;
  /** The key that has the same effect. */
  readonly shortcut?: string;
  readonly run: () => void;
}

/** Entries under a title. */
export interface PaletteGroup {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/** The entries to group. */
export interface PaletteEntries {
  readonly commands: readonly PaletteEntry[];
  /** The entries that were chosen last, the newest first. */
  readonly recent: readonly PaletteEntry[];
  readonly users: Matches<PaletteEntry>;
  readonly invites: Matches<PaletteEntry>;
}

/** Groups the entries of a query, with the best match first. Without a query, returns the recent entries and the other commands. */
export function groupEntries(query: string, { commands, recent, users, invites }: PaletteEntries): PaletteGroup[] {
  const { groups: titles } = texts;
  if (query.trim() === "") {
    const recentKeys = new Set(recent.map(({ key }) => key));
    return withoutEmpty([
      { title: titles.recent, entries: recent },
      { title: titles.commands, entries: commands.filter(({ key }) => !recentKeys.has(key)) },
    ]);
  }
  // Recent commands first, and then users before invites, if they match equally well.
  const ordered = [...new Map([...recent, ...commands].map((entry) => [entry.key, entry])).values()];
  const known = new Set(commands.map(({ key }) => key));
  const matching = findMatches(
    ordered.filter(({ key }) => known.has(key)),
    query,
    textOfCommand,
    commands.length,
  );
  return withoutEmpty(
    [
      { title: titles.commands, ...matching },
      { title: titles.users, ...users },
      { title: titles.invites, ...invites },
    ]
      .toSorted((a, b) => a.bestRank - b.bestRank)
      .map(({ title, items }) => ({ title, entries: items })),
  );
}

function textOfCommand({ label, keywords = "" }: PaletteEntry): string {
  return normalizeText(`${label} ${keywords}`);
}

function withoutEmpty(groups: readonly PaletteGroup[]): PaletteGroup[] {
  return groups.filter(({ entries }) => entries.length > 0);
}
