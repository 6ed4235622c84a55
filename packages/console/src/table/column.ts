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
  /** Whether the column is hidden on narrow screens. @default false */
  readonly isWideOnly?: boolean;
}
