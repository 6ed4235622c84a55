import Papa from "papaparse";

/** A row of a CSV file. */
export interface CsvRow {
  /** The line of the file that the row begins on, from 1. Cells may hold line breaks, so it is not the row's number. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads CSV with any usual separator. Cells are trimmed; rows with nothing in them are left out. */
export function readCsvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let position = 0;
  Papa.parse<string[]>(text, {
    step({ data, meta: { cursor } }) {
      const cells = data.map((cell) => cell.trim());
      if (cells.some(Boolean)) rows.push({ line, cells });
      line += text.slice(position, cursor).split("\n").length - 1;
      position = cursor;
    },
  });
  return rows;
}
