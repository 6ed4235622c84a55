import { Checkbox } from "@mantine/core";
import type { CSSProperties, KeyboardEvent, MouseEvent } from "react";
import type { Column } from "./column.ts";
import classes from "./data-grid.module.css";
import type { RovingRow } from "./use-roving-tab-index.ts";

/** What a row of a grid shows. */
export interface GridRowProps<Row> {
  readonly row: Row;
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly index: number;
  readonly roving: RovingRow;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly style: CSSProperties;
}

/** A row: Enter or a click opens it, Space selects it. What can be clicked inside it keeps its own meaning. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { row, name, columns, index, roving, isSelected, onToggle, onOpen, style } = props;
  const isTabStop = index === roving.index;

  function onKeyDown(event: KeyboardEvent) {
    roving.onKeyDown(event);
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
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      ref={isTabStop ? roving.ref : undefined}
      onFocus={() => roving.onFocus(index)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      className={classes.row}
      data-opens={onOpen !== undefined}
      style={style}
    >
      <td className={classes.cell}>
        <Checkbox size="xs" tabIndex={-1} aria-label={`Select ${name}`} checked={isSelected} onChange={onToggle} />
      </td>
      {columns.map(({ header, cell, isExtra }) => (
        <td key={header} className={classes.cell} data-extra={isExtra}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
