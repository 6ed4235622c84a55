import { Checkbox, VisuallyHidden } from "@mantine/core";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type ReactNode } from "react";
import { tracks, type Column } from "./column.ts";
import classes from "./data-grid.module.css";
import { GridRow } from "./grid-row.tsx";
import { useRovingRow } from "./use-roving-tab-index.ts";
import type { Selection } from "./use-selection.ts";

const ROW_HEIGHT_PX = 56;
const HEADER_HEIGHT_PX = 40;
/** Rows kept ready on either side of what is seen. */
const OVERSCAN_ROWS = 10;
/** How near the end of what is loaded the view may come before more is asked for. */
const ROWS_AHEAD = 20;

/** What a grid shows. */
export interface DataGridProps<Row> {
  /** What the rows are, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Tells rows apart. */
  readonly keyOf: (row: Row) => string;
  /** What a row is called, for its check box. */
  readonly nameOf: (row: Row) => string;
  /** How many rows there are in all, those that are not loaded included; left out when nobody knows. */
  readonly totalRows?: number | undefined;
  readonly selection: Selection;
  /** Opens a row; left out, rows do not open. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Called, more than once, while the view is near the end of the rows. */
  readonly onNearEnd?: (() => void) | undefined;
  /** What stands below the last row. */
  readonly footer?: ReactNode;
}

/** A grid that draws only the rows in view, works with the keyboard alone, and loads more as one scrolls. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, rows, keyOf, nameOf, totalRows, selection, onOpen, onNearEnd, footer } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const roving = useRovingRow(rows.length, (index) => virtualizer.scrollToIndex(index));
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is not used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: HEADER_HEIGHT_PX,
    // The tab stop stays drawn while it is out of view, so that the focus is not lost by scrolling.
    rangeExtractor: (range) => {
      const indexes = new Set([roving.index, ...defaultRangeExtractor(range)]);
      return [...indexes].filter((index) => index < range.count).toSorted((a, b) => a - b);
    },
  });
  const lastIndex = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastIndex >= rows.length - ROWS_AHEAD) onNearEnd?.();
  }, [lastIndex, rows.length, onNearEnd]);

  const selectedCount = rows.filter((row) => selection.keys.has(keyOf(row))).length;
  const isAllSelected = rows.length > 0 && selectedCount === rows.length;
  return (
    <div className={classes.frame} ref={scroller} style={{ scrollPaddingTop: HEADER_HEIGHT_PX }}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the usual way to make a grid
        role="grid"
        aria-label={label}
        aria-rowcount={totalRows === undefined ? -1 : totalRows + 1}
        aria-multiselectable
        className={classes.grid}
        style={{
          "--columns": tracks(columns),
          "--columns-narrow": tracks(columns.filter(({ isExtra }) => !isExtra)),
        }}
      >
        <thead className={classes.head}>
          <tr aria-rowindex={1} className={classes.row} style={{ height: HEADER_HEIGHT_PX }}>
            <th className={classes.cell}>
              <Checkbox
                size="xs"
                aria-label={`Select all ${rows.length} ${label.toLowerCase()} shown`}
                checked={isAllSelected}
                indeterminate={selectedCount > 0 && !isAllSelected}
                onChange={() => selection.replace(isAllSelected ? [] : rows.map(keyOf))}
              />
            </th>
            {columns.map(({ header, isExtra, isQuiet }) => (
              <th key={header} className={classes.cell} data-extra={isExtra}>
                {isQuiet ? <VisuallyHidden>{header}</VisuallyHidden> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = keyOf(row);
            return (
              <GridRow
                key={key}
                row={row}
                name={nameOf(row)}
                columns={columns}
                index={index}
                roving={roving}
                isSelected={selection.keys.has(key)}
                onToggle={() => selection.toggle(key)}
                onOpen={onOpen}
                style={{ height: size, transform: `translateY(${start}px)` }}
              />
            );
          })}
        </tbody>
      </table>
      {footer}
    </div>
  );
}
