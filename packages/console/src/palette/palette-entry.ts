import type { Icon } from "@tabler/icons-react";

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
