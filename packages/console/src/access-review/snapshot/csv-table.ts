import Papa from "papaparse";
import { FileProblem, texts } from "./file-problem.ts";

/**
 * Cells that a spreadsheet would run as a formula. An apostrophe before such a cell makes it text. Cells that already have apostrophes
 * before a formula match too, so that reading removes exactly what writing added.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The cells of a row by column. */
export type CsvRecord<Name extends string> = { readonly [Key in Name]?: string | undefined };

/** Writes records as CSV. Escapes cells that a spreadsheet would run as a formula. */
export function formatCsvTable<Name extends string>(
  columns: readonly Name[],
  records: readonly CsvRecord<Name>[],
): string {
  const rows = records.map((record) => columns.map((name) => record[name] ?? ""));
  return Papa.unparse([[...columns], ...rows], { escapeFormulae: FORMULA });
}

/**
 * Reads records that {@link formatCsvTable} wrote. Accepts the other delimiters that spreadsheets use.
 *
 * @throws {FileProblem} with the row if a quote is not closed
 */
export function parseCsvTable(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const problem = errors.find(({ type }) => type === "Quotes");
  if (problem) throw new FileProblem(texts.brokenCsv((problem.row ?? 0) + 1));
  const [columns = [], ...rows] = data;
  return rows.map((cells) => Object.fromEntries(columns.map((name, index) => [name, unescape(cells[index] ?? "")])));
}

function unescape(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
