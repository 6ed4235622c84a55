import { readCsvRows, type CsvRow } from "../csv.ts";
import type { InviteSheet, RowProblem } from "./invite-sheet.ts";
import { readInviteRow, type InviteColumn } from "./read-invite-row.ts";

/** The columns of a file; only the first is required. */
export const inviteSheetColumns: readonly InviteColumn[] = ["email", "role_id", "resource_type", "resource_id"];

/**
 * Reads a CSV file of people to invite. Without a heading, a row with an address comes first, and its first column is the address.
 *
 * What is plainly wrong is sorted out here with its line; Segment has the last word on the rest.
 */
export function readInviteSheet(text: string): InviteSheet {
  const rows = readCsvRows(text);
  const heading = readHeading(rows[0]);
  const { columns, unusedColumns } = heading ?? { columns: inviteSheetColumns, unusedColumns: [] };
  const body = heading ? rows.slice(1) : rows;
  const cellsOf = ({ cells }: CsvRow) =>
    Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));

  const invites: InviteSheet["invites"][number][] = [];
  const problems: RowProblem[] = [];
  const firstLines = new Map<string, number>();
  for (const row of body) {
    const invite = readInviteRow(cellsOf(row));
    const key = typeof invite === "string" ? "" : invite.email.toLowerCase();
    const firstLine = firstLines.get(key);
    if (typeof invite === "string") problems.push(problem(row, invite));
    else if (firstLine !== undefined) problems.push(problem(row, `The same address is in line ${firstLine}`));
    else {
      firstLines.set(key, row.line);
      invites.push(invite);
    }
  }
  return { invites, problems, unusedColumns };
}

/** What the first row says of the columns, if it is about them: that is told by none of its cells being an address. */
function readHeading(
  row: CsvRow | undefined,
): (Pick<InviteSheet, "unusedColumns"> & { columns: string[] }) | undefined {
  if (row === undefined || row.cells.some((cell) => cell.includes("@"))) return undefined;
  const columns = row.cells.map((cell) => cell.toLowerCase().replaceAll(/[\s-]+/g, "_"));
  const unused = row.cells.filter((_, index) => !isUsed(columns[index] ?? ""));
  return { columns, unusedColumns: Array.from(new Set(unused)) };
}

function isUsed(column: string): boolean {
  return column === "" || inviteSheetColumns.some((known) => known === column);
}

function problem({ line, cells }: CsvRow, reason: string): RowProblem {
  return { line, text: cells.join(", "), reason };
}
