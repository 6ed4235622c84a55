import { Box, Checkbox, VisuallyHidden } from "@mantine/core";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type ReactNode } from "react";
import type { Column } from "./column.ts";
import classes from "./data-grid.module.css";
import { GridRow } from "./grid-row.tsx";
import { useRovingTabIndex } from "./use-roving-tab-index.ts";
import type { Selection } from "./use-selection.ts";

const ROW_HEIGHT_PX = 56;
const HEADER_HEIGHT_PX = 40;
/** Rows rendered above and below the visible ones. */
const OVERSCAN_ROWS = 10;
/** The next page loads when fewer rows than this remain below. */
const LOAD_AHEAD_ROWS = 20;

/** Props of {@link DataGrid}. */
export interface DataGridProps<Row> {
  /** The name of the grid for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Returns the unique key of a row. */
  readonly keyOf: (row: Row) => string;
  /** Returns the name of a row for screen readers. */
  readonly nameOf: (row: Row) => string;
  /** The number of rows including those not loaded; `undefined` if unknown. */
  readonly totalRows?: number | undefined;
  readonly selection: Selection;
  /** Opens a row. Without it, rows do not open. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Called when the last visible row is near the end. It may be called repeatedly. */
  readonly onNearEnd?: (() => void) | undefined;
  /** Rendered below the last row. */
  readonly footer?: ReactNode;
}

/** A virtualized grid with keyboard navigation, selection and infinite scrolling. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, rows, keyOf, nameOf, totalRows, selection, onOpen, onNearEnd, footer } = props;
  const scrollElement = useRef<HTMLDivElement>(null);
  const rovingTabIndex = useRovingTabIndex(rows.length, (index) => virtualizer.scrollToIndex(index));
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is not used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollElement.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: HEADER_HEIGHT_PX,
    // The focusable row remains rendered outside the viewport, so that scrolling keeps the focus.
    rangeExtractor: (range) => {
      const indexes = new Set([rovingTabIndex.index, ...defaultRangeExtractor(range)]);
      return [...indexes].filter((index) => index < range.count).toSorted((a, b) => a - b);
    },
  });
  const lastIndex = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastIndex >= rows.length - LOAD_AHEAD_ROWS) onNearEnd?.();
  }, [lastIndex, rows.length, onNearEnd]);

  const selectedCount = rows.filter((row) => selection.keys.has(keyOf(row))).length;
  const isAllSelected = rows.length > 0 && selectedCount === rows.length;
  return (
    <div className={classes.frame} ref={scrollElement} style={{ scrollPaddingTop: HEADER_HEIGHT_PX }}>
      <Box
        component="table"
        role="grid"
        aria-label={label}
        aria-rowcount={totalRows === undefined ? -1 : totalRows + 1}
        aria-multiselectable
        className={classes.grid}
        style={{
          "--columns": toGridTemplate(columns),
          "--columns-narrow": toGridTemplate(columns.filter(({ isWideOnly }) => !isWideOnly)),
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
            {columns.map(({ header, isWideOnly, isHeaderHidden }) => (
              <th key={header} className={classes.cell} data-wide-only={isWideOnly}>
                {isHeaderHidden ? <VisuallyHidden>{header}</VisuallyHidden> : header}
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
                rovingTabIndex={rovingTabIndex}
                isSelected={selection.keys.has(key)}
                onToggle={() => selection.toggle(key)}
                onOpen={onOpen}
                style={{ height: size, transform: `translateY(${start}px)` }}
              />
            );
          })}
        </tbody>
      </Box>
      {footer}
    </div>
  );
}

/** Returns the tracks of the CSS grid. The first track holds the checkboxes. */
function toGridTemplate(columns: readonly Column<never>[]): string {
  return ["2.75rem", ...columns.map(({ width }) => width)].join(" ");
}
