import type { InviteV1 } from "@segment-iam/client";
import { isResourceType } from "../permissions/resource-types.ts";

/** The columns that are read. */
export type InviteColumn = "email" | "role_id" | "resource_type" | "resource_id";

/** Makes an invite of a row's cells, or says in a sentence why there is none in it. */
export function readInviteRow(cells: Readonly<Partial<Record<InviteColumn, string>>>): InviteV1 | string {
  const { email = "", role_id: roleId = "", resource_id: id = "" } = cells;
  const type = (cells.resource_type ?? "").toUpperCase();
  if (!email) return "There is no address";
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return "The address is not an email address";
  if (!roleId) return type || id ? "There is a resource but no role" : { email };
  if (!type && !id) return { email, permissions: [{ roleId }] };
  if (!type || !id) return "A resource needs both a type and an ID";
  if (!isResourceType(type)) return `There is no resource type ${type}`;
  return { email, permissions: [{ roleId, resources: [{ id, type }] }] };
}
