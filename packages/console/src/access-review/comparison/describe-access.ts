import { displayResourceType } from "../../permissions/resource-types.ts";
import type { ReviewRow } from "./review.ts";
import type { AccessEntry, Label } from "../snapshot/snapshot.ts";
import { texts } from "../texts.ts";

/** Describes a role on a resource: `Source Admin on source 3kd9 (environment: production)`. */
function describeAccess({ roleName, roleId, resourceType, resourceId, labels, resourceLabels }: AccessEntry): string {
  const role = (roleName || roleId) + describeLabels(labels);
  if (resourceType === undefined) return role;
  const { label } = displayResourceType(resourceType);
  const resource = resourceType === "WORKSPACE" ? texts.line.workspace : `${label.toLowerCase()} ${resourceId}`;
  return texts.line.on(role, resource + describeLabels(resourceLabels));
}

function describeLabels(labels: readonly Label[] = []): string {
  if (labels.length === 0) return "";
  return texts.line.labels(labels.map(({ key, value }) => `${key}: ${value}`).join(", "));
}

/** Describes how a user or an invite changed, one line for each fact. Without a change, describes the current access. */
export function describeRow(row: ReviewRow): string[] {
  const { kind, email, emailBefore, userId, gained, lost, joined, left } = row;
  if (kind === "unchanged") return userId === undefined ? [texts.line.pending] : describeCurrent(row);
  return [
    ...(kind === "new" || kind === "gone" || kind === "invited" || kind === "inviteGone" ? [texts.line[kind]] : []),
    ...(emailBefore === undefined ? [] : [texts.line.email(emailBefore, email)]),
    ...gained.map((entry) => texts.line.gained(describeAccess(entry))),
    ...joined.map(({ name }) => texts.line.joined(name)),
    ...lost.map((entry) => texts.line.lost(describeAccess(entry))),
    ...left.map(({ name }) => texts.line.left(name)),
  ];
}

/** Describes the access of a user in the later snapshot. */
export function describeCurrent({ access, groups = [] }: Pick<ReviewRow, "access" | "groups">): string[] {
  const roles = access === undefined ? [texts.line.unknownAccess] : access.map(describeAccess);
  const lines = [...roles, ...groups.map(({ name }) => texts.line.member(name))];
  return lines.length > 0 ? lines : [texts.line.noAccess];
}
