import { Box } from "@mantine/core";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";
import type { Column } from "./column.ts";
import classes from "./data-grid.module.css";
import { GridHeader } from "./grid-header.tsx";
import { GridRow } from "./grid-row.tsx";
import { texts } from "../texts.ts";
import { useRovingTabIndex } from "./use-roving-tab-index.ts";
import { useRowHeight } from "./use-row-height.ts";
import { useScrollRestoration } from "./use-scroll-restoration.ts";
import type { Selection } from "../use-selection.ts";

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
  const initialOffset = useScrollRestoration(scrollElement);
  const rowHeight = useRowHeight(columns);
  const keyAt = (index: number) => rows.slice(index, index + 1).map(keyOf)[0] ?? "";
  const rovingTabIndex = useRovingTabIndex(
    rows.length,
    (index) => virtualizer.scrollToIndex(index),
    (from, to) => selection.extend(keyAt(to), keyAt(from)),
  );
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is not used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollElement.current,
    estimateSize: () => rowHeight,
    initialOffset,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: HEADER_HEIGHT_PX,
    // The focusable row remains rendered outside the viewport, so that scrolling keeps the focus.
    rangeExtractor: (range) => {
      const indexes = new Set([rovingTabIndex.index, ...defaultRangeExtractor(range)]);
      return [...indexes].filter((index) => index < range.count).toSorted((a, b) => a - b);
    },
  });
  // Without this, the virtualizer would keep the old row height.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const lastIndex = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastIndex >= rows.length - LOAD_AHEAD_ROWS) onNearEnd?.();
  }, [lastIndex, rows.length, onNearEnd]);

  return (
    <div className={classes.frame} ref={scrollElement} style={{ scrollPaddingTop: HEADER_HEIGHT_PX }}>
      <Box
        component="table"
        role="grid"
        aria-label={label}
        aria-rowcount={totalRows === undefined ? -1 : totalRows + 1}
        aria-multiselectable
        className={classes.grid}
        // The first track holds the checkboxes.
        style={{ "--columns": ["2.75rem", ...columns.map(({ width }) => width)].join(" ") }}
      >
        <GridHeader
          columns={columns}
          selectLabel={texts.selection.shown(rows.length, label.toLowerCase())}
          rowCount={rows.length}
          selection={selection}
          height={HEADER_HEIGHT_PX}
        />
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
                onExtend={() => selection.extend(key)}
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
