import type { InviteV1 } from "@segment-iam/client";
import { isEmailAddress, parseAddresses } from "../../invites/parse-addresses.ts";
import { isResourceType } from "../../permissions/resource-types.ts";
import type { ColumnMapping, InviteField } from "./guess-columns.ts";
import type { ResolvedRole } from "./resolve-role.ts";
import { texts } from "../texts.ts";

/** A permission of an invite. */
export type InvitePermission = NonNullable<InviteV1["permissions"]>[number];

/** How to read the rows of a file. */
export interface InviteRowOptions {
  readonly mapping: ColumnMapping;
  /** Resolves the ID or name of a role. */
  readonly resolveRole: (text: string) => ResolvedRole;
}

/** The contents of a row. */
export interface InviteRow {
  /** The address; `undefined` if the row has no valid address. */
  readonly email?: string;
  readonly permission?: InvitePermission;
  /** Why the row cannot be imported. */
  readonly problem?: string;
  /** A role that is unknown or ambiguous, as written in the file. */
  readonly roleToChoose?: string;
}

/** Reads the invite of a row, with at most one permission. */
export function readInviteRow(cells: readonly string[], options: InviteRowOptions): InviteRow {
  const row = selectFields(cells, options.mapping);
  const [email = "", ...others] = isEmailAddress(row.email) ? [row.email] : parseAddresses(row.email);
  if (!email) return { problem: texts.problem.noEmail };
  if (others.length > 0) return { problem: texts.problem.severalEmails };
  if (!isEmailAddress(email)) return { problem: texts.problem.invalidEmail };
  return { email, ...readPermission(row, options) };
}

function selectFields(cells: readonly string[], mapping: ColumnMapping): Record<InviteField, string> {
  const read = (field: InviteField) => cells[mapping[field] ?? -1] ?? "";
  return {
    email: read("email"),
    role: read("role"),
    resourceType: read("resourceType"),
    resourceId: read("resourceId"),
  };
}

function readPermission(row: Record<InviteField, string>, options: InviteRowOptions): InviteRow {
  const { role, resourceId: id } = row;
  const type = row.resourceType.toUpperCase();
  if (!role) return type || id ? { problem: texts.problem.resourceWithoutRole } : {};
  if (Boolean(type) !== Boolean(id)) return { problem: texts.problem.incompleteResource };
  if (type && !isResourceType(type)) return { problem: texts.problem.unknownResourceType(row.resourceType) };
  const { roleId, problem, needsChoice } = options.resolveRole(role);
  const choice = needsChoice ? { roleToChoose: role } : {};
  if (roleId === undefined) return { ...choice, ...(problem !== undefined && { problem }) };
  return { ...choice, permission: isResourceType(type) ? { roleId, resources: [{ id, type }] } : { roleId } };
}
