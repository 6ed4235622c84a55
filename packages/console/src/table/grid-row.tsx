import { Checkbox } from "@mantine/core";
import type { CSSProperties, KeyboardEvent, MouseEvent } from "react";
import type { Column } from "./column.ts";
import classes from "./data-grid.module.css";
import type { RovingTabIndex } from "./use-roving-tab-index.ts";

/** Props of {@link GridRow}. */
export interface GridRowProps<Row> {
  readonly row: Row;
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly index: number;
  readonly rovingTabIndex: RovingTabIndex;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly style: CSSProperties;
}

/** A row. Enter or a click opens it and Space selects it. Links and buttons inside keep their own behaviour. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { row, name, columns, index, rovingTabIndex, isSelected, onToggle, onOpen, style } = props;
  const isFocusable = index === rovingTabIndex.index;

  function onKeyDown(event: KeyboardEvent) {
    rovingTabIndex.onKeyDown(event);
    if (event.target !== event.currentTarget) return;
    if (event.key === "Enter") onOpen?.(row);
    if (event.key === " ") {
      event.preventDefault();
      onToggle();
    }
  }

  function onClick({ target }: MouseEvent) {
    if (target instanceof Element && target.closest("a, button, input, label")) return;
    onOpen?.(row);
  }

  return (
    <tr
      // Row 1 is the header.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isFocusable ? 0 : -1}
      ref={isFocusable ? rovingTabIndex.ref : undefined}
      onFocus={() => rovingTabIndex.onFocus(index)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      className={classes.row}
      data-opens={onOpen !== undefined}
      style={style}
    >
      <td className={classes.cell}>
        <Checkbox size="xs" tabIndex={-1} aria-label={`Select ${name}`} checked={isSelected} onChange={onToggle} />
      </td>
      {columns.map(({ header, cell, isWideOnly }) => (
        <td key={header} className={classes.cell} data-wide-only={isWideOnly}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
