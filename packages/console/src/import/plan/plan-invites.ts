import type { InviteV1 } from "@segment-iam/client";
import type { CsvFile, CsvRow } from "../../files/parse-csv.ts";
import type { ColumnMapping } from "./guess-columns.ts";
import { readInviteRow, type InvitePermission } from "./read-invite-row.ts";
import { createRoleResolver, type RoleChoices } from "./resolve-role.ts";
import { texts } from "../texts.ts";

/** A person to invite, from one or several rows. */
export interface PlannedInvite {
  readonly invite: InviteV1;
  /** The lines of the person's rows. */
  readonly lines: readonly number[];
}

/** A row that is not imported, and why. */
export interface SkippedRow extends CsvRow {
  readonly reason: string;
}

/** What an import will do. Each row of the file is in `invites` or in `skippedRows`. */
export interface InvitePlan {
  /** One entry for each person, in the order of the file. */
  readonly invites: readonly PlannedInvite[];
  /** Rows with a problem, and the other rows of the same person, by line. */
  readonly skippedRows: readonly SkippedRow[];
  /** Roles that are unknown or ambiguous, as written in the file, with the number of their rows. Includes those already chosen. */
  readonly rolesToChoose: ReadonlyMap<string, number>;
}

/** How to read a file. */
export interface InvitePlanOptions extends RoleChoices {
  readonly mapping: ColumnMapping;
}

/** A row of a person. */
interface PersonRow {
  readonly row: CsvRow;
  readonly permission: InvitePermission | undefined;
  readonly problem: string | undefined;
}

/**
 * Plans the invites of a file. Several rows of one person become one invite with all their permissions.
 *
 * A person with a problem in any row is not invited, because permissions cannot be added to a pending invite.
 */
export function planInvites({ rows, brokenLines }: CsvFile, options: InvitePlanOptions): InvitePlan {
  const rowOptions = { mapping: options.mapping, resolveRole: createRoleResolver(options) };
  const rolesToChoose = new Map<string, number>();
  const skippedRows: SkippedRow[] = brokenLines.map((row) => ({ ...row, reason: texts.problem.brokenQuote }));
  const people = new Map<string, { email: string; rows: PersonRow[] }>();
  for (const row of rows) {
    const { email, permission, problem, roleToChoose } = readInviteRow(row.cells, rowOptions);
    if (roleToChoose !== undefined) rolesToChoose.set(roleToChoose, (rolesToChoose.get(roleToChoose) ?? 0) + 1);
    if (email === undefined) {
      skippedRows.push({ ...row, reason: problem ?? texts.problem.noEmail });
      continue;
    }
    const person = people.get(email.toLowerCase()) ?? { email, rows: [] };
    people.set(email.toLowerCase(), person);
    person.rows.push({ row, permission, problem: problem ?? findConflict(person.rows, permission) });
  }

  const invites: PlannedInvite[] = [];
  for (const person of people.values()) {
    const broken = person.rows.find(({ problem }) => problem !== undefined);
    if (broken === undefined) {
      invites.push({ invite: toInvite(person.email, person.rows), lines: person.rows.map(({ row }) => row.line) });
      continue;
    }
    const waiting = texts.problem.samePerson(broken.row.line);
    for (const { row, problem = waiting } of person.rows) skippedRows.push({ ...row, reason: problem });
  }
  return { invites, skippedRows: skippedRows.toSorted((a, b) => a.line - b.line), rolesToChoose };
}

/**
 * Returns a problem if an earlier row gives the same role, and only one of the two rows has a resource.
 *
 * The API does not document the effect, so the user must decide.
 */
function findConflict(earlier: readonly PersonRow[], permission: InvitePermission | undefined): string | undefined {
  if (permission === undefined) return undefined;
  const conflict = earlier.find(
    (other) =>
      other.permission?.roleId === permission.roleId &&
      (other.permission.resources === undefined) !== (permission.resources === undefined),
  );
  return conflict && texts.problem.mixedResources(conflict.row.line);
}

function toInvite(email: string, rows: readonly PersonRow[]): InviteV1 {
  const permissions = rows.flatMap(({ permission }) => permission ?? []);
  if (permissions.length === 0) return { email };
  const byRole = Map.groupBy(permissions, ({ roleId }) => roleId);
  return { email, permissions: Array.from(byRole, ([roleId, sameRole]) => mergeResources(roleId, sameRole)) };
}

function mergeResources(roleId: string, permissions: readonly InvitePermission[]): InvitePermission {
  const resources = permissions.flatMap((permission) => permission.resources ?? []);
  if (resources.length === 0) return { roleId };
  const unique = new Map(resources.map((resource) => [`${resource.type} ${resource.id}`, resource]));
  return { roleId, resources: Array.from(unique.values()) };
}
