import { useMemo, useState } from "react";

/** Which rows are selected, by key. */
export interface Selection {
  /** The selected keys. */
  readonly keys: ReadonlySet<string>;
  /** Selects one, or no longer. */
  toggle(key: string): void;
  /** Selects exactly these. */
  replace(keys: Iterable<string>): void;
}

/**
 * Holds a selection of the rows that are loaded. A row stays selected while a search hides it, and no longer when it is gone.
 *
 * @param keyOf tells rows apart; a function that stays the same
 */
export function useSelection<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set<string>());
  const keys = useMemo(() => selected.intersection(new Set(rows.map(keyOf))), [selected, rows, keyOf]);
  return {
    keys,
    replace: (next) => setSelected(new Set(next)),
    toggle: (key) => setSelected((before) => before.symmetricDifference(new Set([key]))),
  };
}
