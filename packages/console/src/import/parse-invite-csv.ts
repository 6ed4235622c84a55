import type { InviteV1 } from "@segment-iam/client";
import { parseCsv, type CsvRow } from "../csv.ts";
import { isResourceType } from "../permissions/resource-types.ts";

/** The result of {@link parseInviteCsv}. */
export interface ParsedInvites {
  /** The valid invites, in the order of the file. */
  readonly invites: readonly InviteV1[];
  /** The rows without a valid invite. */
  readonly skippedRows: readonly SkippedRow[];
  /** The headers of columns that are not supported, as written in the file. */
  readonly ignoredColumns: readonly string[];
}

/** A row without a valid invite. */
interface SkippedRow {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/** The supported columns. Only the first is required. */
export const inviteColumnNames = ["email", "role_id", "resource_type", "resource_id"] as const;

type InviteCells = Readonly<Partial<Record<(typeof inviteColumnNames)[number], string>>>;

/**
 * Parses a CSV file of invites. Without a header row, the columns are those of {@link inviteColumnNames}.
 *
 * Skips rows that are certainly invalid. The API validates the rest.
 */
export function parseInviteCsv(text: string): ParsedInvites {
  const rows = parseCsv(text);
  const header = parseHeader(rows[0]);
  const { columns, ignoredColumns } = header ?? { columns: inviteColumnNames, ignoredColumns: [] };
  const invites: InviteV1[] = [];
  const skippedRows: SkippedRow[] = [];
  const firstLineByEmail = new Map<string, number>();
  for (const { line, cells } of header ? rows.slice(1) : rows) {
    const skip = (reason: string) => skippedRows.push({ line, text: cells.join(", "), reason });
    const invite = parseInvite(Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
    if (typeof invite === "string") {
      skip(invite);
      continue;
    }
    const email = invite.email.toLowerCase();
    const firstLine = firstLineByEmail.get(email);
    if (firstLine !== undefined) {
      skip(`Duplicate of line ${firstLine}`);
      continue;
    }
    firstLineByEmail.set(email, line);
    invites.push(invite);
  }
  return { invites, skippedRows, ignoredColumns };
}

/** Reads the column names. A first row with an email address is not a header. */
function parseHeader(row: CsvRow | undefined): { columns: string[]; ignoredColumns: string[] } | undefined {
  if (row === undefined || row.cells.some((cell) => cell.includes("@"))) return undefined;
  const columns = row.cells.map((cell) => cell.toLowerCase().replaceAll(/[\s-]+/g, "_"));
  const ignored = row.cells.filter((cell, index) => cell && !inviteColumnNames.some((name) => name === columns[index]));
  return { columns, ignoredColumns: [...new Set(ignored)] };
}

/** Converts a row to an invite. Returns the reason as a string if the row is invalid. */
function parseInvite(cells: InviteCells): InviteV1 | string {
  const { email, role_id: roleId = "", resource_id: id = "" } = cells;
  const type = (cells.resource_type ?? "").toUpperCase();
  if (!email) return "Missing email address";
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return "Invalid email address";
  if (!roleId) return type || id ? "Resource without a role" : { email };
  if (!type && !id) return { email, permissions: [{ roleId }] };
  if (!type || !id) return "Resource without a type or ID";
  if (!isResourceType(type)) return `Unknown resource type ${type}`;
  return { email, permissions: [{ roleId, resources: [{ id, type }] }] };
}
