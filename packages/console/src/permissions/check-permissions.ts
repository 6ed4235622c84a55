import type { PermissionDraft } from "./permission-draft.ts";

/** Which parts of a permission form are required. */
export interface PermissionRequirements {
  /** Whether each permission requires a resource. @default true */
  readonly needsResources?: boolean;
  /** Whether the form requires a permission. @default false */
  readonly needsPermission?: boolean;
}

/** Returns the error of each required field that is empty, by path, such as `permissions.0.roleId`. */
export function checkPermissions(
  permissions: readonly PermissionDraft[],
  { needsResources = true, needsPermission = false }: PermissionRequirements = {},
): Record<string, string> {
  const errors: Record<string, string> = {};
  if (needsPermission && permissions.length === 0) errors["permissions"] = "Add a permission";
  for (const [index, { roleId, resources }] of permissions.entries()) {
    const path = `permissions.${index}`;
    if (roleId.trim() === "") errors[`${path}.roleId`] = "Select a role";
    if (needsResources && resources.length === 0) errors[`${path}.resources`] = "Add a resource";
    for (const [resourceIndex, { id }] of resources.entries()) {
      if (id.trim() === "") errors[`${path}.resources.${resourceIndex}.id`] = "Enter an ID";
    }
  }
  return errors;
}
