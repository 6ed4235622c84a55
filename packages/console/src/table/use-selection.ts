import { useMemo, useState } from "react";

/** The selected rows, by key. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  /** Selects a row, or deselects it. */
  toggle(key: string): void;
  /** Replaces the selection. */
  replace(keys: Iterable<string>): void;
}

/**
 * Holds the selection of the loaded rows. Rows hidden by a search remain selected; removed rows do not.
 *
 * @param keyOf returns the unique key of a row; must be stable between renders
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
