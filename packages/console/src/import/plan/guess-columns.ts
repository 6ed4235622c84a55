import type { CsvRow } from "../../files/parse-csv.ts";
import { isEmailAddress, parseAddresses } from "../../invites/parse-addresses.ts";

/** The fields of an invite that a column can contain. */
export const inviteFields = ["email", "role", "resourceType", "resourceId"] as const;

/** A field of an invite. */
export type InviteField = (typeof inviteFields)[number];

/** The column of each field, as an index from 0; `undefined` if the file has no such column. */
export type ColumnMapping = Readonly<Record<InviteField, number | undefined>>;

/** A guess of what a file's columns contain. */
export interface ColumnGuess {
  /** Whether the first row contains column names. */
  readonly hasHeader: boolean;
  readonly mapping: ColumnMapping;
}

/** Names of columns without spaces and punctuation. Earlier patterns are more specific. */
const patterns: Readonly<Record<InviteField, readonly RegExp[]>> = {
  email: [/^e?mail$/, /^(?:e?mailaddress|useremail|workemail)$/, /^primary.*mail/, /mail/],
  role: [/^roleid$/, /^role(?:name)?$/, /^(?:user|segment|workspace)role/, /role/],
  resourceType: [/^resourcetype$/, /^type$/, /resource.*type/],
  resourceId: [/^resourceid$/, /^resource$/, /resource.*id/],
};

/** The number of rows to guess from. */
const SAMPLE_ROWS = 50;

/** Returns whether a cell contains one address, alone or as `Ada <ada@example.com>`. */
export function hasOneAddress(cell: string): boolean {
  const [address = "", ...others] = parseAddresses(cell);
  return others.length === 0 && isEmailAddress(address);
}

/** Guesses from the names and contents of the columns which column contains which field. */
export function guessColumns(rows: readonly CsvRow[]): ColumnGuess {
  const first = rows[0]?.cells ?? [];
  const names = first.map((cell) => cell.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ""));
  const hasHeader = first.length > 0 && !first.some((cell) => cell.includes("@"));
  const addressCounts = countAddresses(rows);
  const emailByContent = indexOfMost(addressCounts);
  if (!hasHeader) return { hasHeader, mapping: positionalMapping(emailByContent, first.length) };

  const taken = new Set<number>();
  const mapping: Record<InviteField, number | undefined> = { ...unmapped };
  for (const field of inviteFields) {
    const byName = findByName(field);
    const index = field === "email" && !addressCounts[byName ?? -1] ? (emailByContent ?? byName) : byName;
    mapping[field] = index;
    if (index !== undefined) taken.add(index);
  }
  return { hasHeader, mapping };

  function findByName(field: InviteField): number | undefined {
    for (const pattern of patterns[field]) {
      const index = names.findIndex((name, column) => pattern.test(name) && !taken.has(column));
      if (index !== -1) return index;
    }
    return undefined;
  }
}

/** A mapping without columns. */
const unmapped: ColumnMapping = { email: undefined, role: undefined, resourceType: undefined, resourceId: undefined };

/** Maps columns without names. If the first one contains addresses, assumes the order of the template. Otherwise maps only the email column. */
function positionalMapping(email: number | undefined, columnCount: number): ColumnMapping {
  if (email !== 0) return { ...unmapped, email };
  const [, ...others] = inviteFields;
  const mapped = others.map((field, index) => [field, index + 1 < columnCount ? index + 1 : undefined] as const);
  return { ...unmapped, email, ...Object.fromEntries(mapped) };
}

/** Returns the number of addresses in each column that has any. */
function countAddresses(rows: readonly CsvRow[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { cells } of rows.slice(0, SAMPLE_ROWS)) {
    for (const [column, cell] of cells.entries()) {
      if (hasOneAddress(cell)) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return counts;
}

function indexOfMost(counts: Readonly<Record<number, number>>): number | undefined {
  const [most] = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return most && Number(most[0]);
}
