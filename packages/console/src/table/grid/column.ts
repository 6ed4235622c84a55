import type { ReactNode } from "react";

/** A column of a {@link DataGrid}. */
export interface Column<Row> {
  readonly header: string;
  /** The width as a CSS grid track, such as `2fr`. */
  readonly width: string;
  /** Renders the cell of a row. */
  readonly cell: (row: Row) => ReactNode;
  /** Whether the header is for screen readers only. @default false */
  readonly isHeaderHidden?: boolean;
  /** The line of the cell on narrow screens, where a row has several lines. The cells of a line share its width. @default 1 */
  readonly narrowLine?: 1 | 2 | 3;
  /** The value of `sort` in the URL. Without it, the header does not sort. */
  readonly sortKey?: string;
}

/** Returns whether a column is the only one on its line on narrow screens, so that its cells fill the line. */
export function fillsLine(columns: readonly Column<never>[], { narrowLine }: Column<never>): boolean {
  return columns.filter((other) => other.narrowLine === narrowLine).length === 1;
}
