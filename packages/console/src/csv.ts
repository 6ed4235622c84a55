import Papa from "papaparse";

/** A row of a CSV file. */
export interface CsvRow {
  /** The line of the file where the row starts, from 1. Quoted cells can span lines, so it can differ from the row's index. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Parses CSV with any common delimiter. Trims cells and skips empty rows. */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let position = 0;
  Papa.parse<string[]>(text, {
    transform: (cell) => cell.trim(),
    step({ data: cells, meta: { cursor } }) {
      if (cells.some(Boolean)) rows.push({ line, cells });
      line += text.slice(position, cursor).split("\n").length - 1;
      position = cursor;
    },
  });
  return rows;
}

/** Downloads rows as a CSV file. Escapes cells that a spreadsheet would run as a formula. */
export function downloadCsv(fileName: string, rows: readonly object[]): void {
  const text = Papa.unparse([...rows], { escapeFormulae: true });
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
