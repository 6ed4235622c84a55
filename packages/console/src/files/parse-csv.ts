import Papa from "papaparse";

/** A row of a CSV file. */
export interface CsvRow {
  /** The line of the file where the row starts, from 1. Quoted cells can span lines, so it can differ from the row's index. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A parsed CSV file. Each line that is not empty belongs to a row or is a broken line. */
export interface CsvFile {
  readonly rows: readonly CsvRow[];
  /** Lines with an invalid quote, as one cell each. */
  readonly brokenLines: readonly CsvRow[];
}

const DELIMITERS = [",", ";", "\t", "|"];

/** The number of lines to detect the delimiter from. */
const SAMPLE_LINES = 50;

/** Above this number of broken lines, each line is parsed alone. Otherwise, the time would be quadratic. */
const MAX_RESTARTS = 50;

/**
 * Parses CSV. Trims cells and skips empty rows.
 *
 * A quote that is not closed breaks only its own line; parsing continues with the next line. The delimiter comes from a `sep=;` line,
 * as written by Excel. Otherwise it is the one that makes most rows plausible.
 *
 * @param isPlausible returns whether the cells of a row look as expected
 */
export function parseCsv(text: string, isPlausible: (cells: readonly string[]) => boolean): CsvFile {
  const lines = text.replaceAll(/\r\n?/g, "\n");
  const [directive = "", delimiter] = /^"?sep=(.)"?(?:\n|$)/i.exec(lines) ?? [];
  if (delimiter !== undefined) return parseLines(lines, delimiter, directive.length);
  return parseLines(lines, detectDelimiter(lines, isPlausible), 0);
}

function detectDelimiter(text: string, isPlausible: (cells: readonly string[]) => boolean): string {
  const sample = text.split("\n", SAMPLE_LINES).join("\n");
  const candidates = DELIMITERS.map((delimiter) => {
    const { rows } = parseLines(sample, delimiter, 0);
    const plausible = rows.filter(({ cells }) => isPlausible(cells)).length;
    return { delimiter, plausible, columns: rows[0]?.cells.length ?? 0 };
  });
  const [best] = candidates.toSorted((a, b) => b.plausible - a.plausible || b.columns - a.columns);
  return best?.delimiter ?? ",";
}

function parseLines(text: string, delimiter: string, start: number): CsvFile {
  const rows: CsvRow[] = [];
  const brokenLines: CsvRow[] = [];
  let position = start;
  let line = 1 + countLineBreaks(text.slice(0, start));
  while (position < text.length) {
    const lineEnd = text.indexOf("\n", position);
    const nextLine = lineEnd === -1 ? text.length : lineEnd + 1;
    const part = text.slice(position, brokenLines.length < MAX_RESTARTS ? undefined : nextLine);
    const end = parseUntilBroken(part, delimiter, line, rows);
    line += countLineBreaks(part.slice(0, end));
    position += end;
    if (end === part.length) continue;
    const brokenEnd = text.indexOf("\n", position);
    const next = brokenEnd === -1 ? text.length : brokenEnd + 1;
    brokenLines.push({ line, cells: [text.slice(position, next).trim()] });
    position = next;
    line += 1;
  }
  return { rows, brokenLines };
}

/** Appends the rows before the first broken line to `rows`. Returns the position of the broken line, or the end of the text. */
function parseUntilBroken(text: string, delimiter: string, firstLine: number, rows: CsvRow[]): number {
  let line = firstLine;
  let position = 0;
  let isBroken = false;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step({ data: cells, errors, meta: { cursor } }, parser) {
      isBroken ||= errors.length > 0 || cells.some(hasSwallowedRow);
      if (isBroken) {
        parser.abort();
        return;
      }
      const trimmed = cells.map((cell) => cell.trim());
      if (trimmed.some(Boolean)) rows.push({ line, cells: trimmed });
      line += countLineBreaks(text.slice(position, cursor));
      position = cursor;
    },
  });
  return isBroken ? position : text.length;
}

/** Returns whether a quoted cell continues over a line with an address. Two stray quotes, lines apart, cause this. */
function hasSwallowedRow(cell: string): boolean {
  return cell.includes("\n") && cell.slice(cell.indexOf("\n")).includes("@");
}

function countLineBreaks(text: string): number {
  return text.split("\n").length - 1;
}
