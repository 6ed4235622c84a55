import { useMemo, useState } from "react";

/** The selected rows, by key. */
export interface Selection {
  /** The selected rows that are shown. Actions apply to these only. */
  readonly keys: ReadonlySet<string>;
  /** The number of selected rows that a search or a filter hides. */
  readonly hiddenCount: number;
  /** Selects a row, or deselects it. */
  toggle(key: string): void;
  /**
   * Selects the rows from the start of the range to this row. The range starts at the last toggled row.
   *
   * @param fromKey the end of the last range to continue it, or another row to start a new range. @default the end of the last range
   */
  extend(key: string, fromKey?: string): void;
  /** Selects the shown rows. Hidden rows stay selected. */
  selectShown(): void;
  /** Deselects the shown rows. Hidden rows stay selected. */
  deselectShown(): void;
  /** Deselects all rows. */
  clear(): void;
}

/** The last selected range. Extending it replaces its rows, so that it can also shrink. */
interface Range {
  readonly startKey: string;
  readonly endKey: string;
  /** The selection without the range. */
  readonly others: ReadonlySet<string>;
}

interface SelectionState {
  readonly selected: ReadonlySet<string>;
  readonly range?: Range | undefined;
}

const nothing: SelectionState = { selected: new Set() };

/**
 * Holds the selection of a list. Rows hidden by a search stay selected, but actions do not apply to them. Removed rows are deselected.
 *
 * @param rows the loaded rows
 * @param shown the rows that are not hidden, in their order
 * @param keyOf returns the unique key of a row; must be stable between renders
 */
export function useSelection<Row>(rows: readonly Row[], shown: readonly Row[], keyOf: (row: Row) => string): Selection {
  const [{ selected }, setState] = useState(nothing);
  const keys = useMemo(() => selectedAmong(shown, selected, keyOf), [shown, selected, keyOf]);
  const loaded = useMemo(
    () => (rows === shown ? keys : selectedAmong(rows, selected, keyOf)),
    [rows, shown, keys, selected, keyOf],
  );
  return {
    keys,
    hiddenCount: loaded.size - keys.size,
    toggle: (key) =>
      setState((before) => {
        const next = before.selected.symmetricDifference(new Set([key]));
        return { selected: next, range: { startKey: key, endKey: key, others: next } };
      }),
    extend: (key, fromKey) => setState((before) => extendRange(before, shown.map(keyOf), key, fromKey)),
    selectShown: () => setState((before) => ({ selected: before.selected.union(new Set(shown.map(keyOf))) })),
    deselectShown: () => setState((before) => ({ selected: before.selected.difference(keys) })),
    clear: () => setState(nothing),
  };
}

function selectedAmong<Row>(
  rows: readonly Row[],
  selected: ReadonlySet<string>,
  keyOf: (row: Row) => string,
): ReadonlySet<string> {
  // Avoids a set of a long list after each loaded page if no row is selected.
  return selected.size === 0 ? selected : new Set(rows.map(keyOf)).intersection(selected);
}

function extendRange(
  { selected, range }: SelectionState,
  shownKeys: readonly string[],
  endKey: string,
  fromKey = range?.endKey ?? endKey,
): SelectionState {
  const continued = range?.endKey === fromKey ? range : { startKey: fromKey, others: selected };
  const end = shownKeys.indexOf(endKey);
  const start = shownKeys.indexOf(continued.startKey);
  const [first, last] = start === -1 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
  const keys = new Set(shownKeys.slice(first, last + 1));
  return { selected: continued.others.union(keys), range: { ...continued, endKey } };
}
