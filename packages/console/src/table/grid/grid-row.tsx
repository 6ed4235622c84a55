import type { CSSProperties, KeyboardEvent, MouseEvent } from "react";
import { fillsLine, type Column } from "./column.ts";
import classes from "./data-grid.module.css";
import { texts } from "../texts.ts";
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
  /** Selects the rows from the last toggled row to this row. */
  readonly onExtend: () => void;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly style: CSSProperties;
}

/**
 * A row. Enter or a click opens it. Space or a click in the checkbox cell selects it, and Shift-click selects a range. Links and buttons
 * in the row keep their own behaviour.
 */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { row, name, columns, index, rovingTabIndex, isSelected, onToggle, onExtend, onOpen, style } = props;
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

  function onClick({ target, shiftKey }: MouseEvent) {
    if (target instanceof Element && target.closest("a, button, label")) return;
    if (shiftKey) onExtend();
    else if (target instanceof Element && target.closest(`.${classes.check}`)) onToggle();
    else onOpen?.(row);
  }

  return (
    <tr
      // Row 1 is the header.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isFocusable ? 0 : -1}
      ref={isFocusable ? rovingTabIndex.ref : undefined}
      onFocus={() => rovingTabIndex.onFocus(index)}
      onBlur={rovingTabIndex.onBlur}
      onKeyDown={onKeyDown}
      onClick={onClick}
      // Shift-click selects rows, not their text.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      className={classes.row}
      data-opens={onOpen !== undefined}
      style={style}
    >
      <td className={classes.check}>
        <input type="checkbox" tabIndex={-1} aria-label={texts.selection.row(name)} checked={isSelected} readOnly />
      </td>
      {columns.map((column) => (
        <td
          key={column.header}
          className={classes.cell}
          data-line={column.narrowLine}
          data-fills={fillsLine(columns, column)}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
