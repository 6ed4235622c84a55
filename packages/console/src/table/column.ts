import type { ReactNode } from "react";

/** A column of a grid. */
export interface Column<Row> {
  /** Its heading. */
  readonly header: string;
  /** Its width, as a CSS grid track such as `2fr`. */
  readonly width: string;
  /** Draws a row's cell. */
  readonly cell: (row: Row) => ReactNode;
  /** Whether its heading is only for screen readers. @default false */
  readonly isQuiet?: boolean;
  /** Whether it is left out on a narrow screen. @default false */
  readonly isExtra?: boolean;
}

/** The tracks of a grid template, the first being that of the check boxes. */
export function tracks(columns: readonly Column<never>[]): string {
  return ["2.75rem", ...columns.map(({ width }) => width)].join(" ");
}
