import type { PermissionInputV1, PermissionResourceV1 } from "@segment-iam/client";

/** A change to the permissions of users. */
export interface PermissionChange {
  /** Whether to add permissions, to remove them, or to replace all permissions of a user. */
  readonly mode: "add" | "remove" | "replace";
  /** The permissions of the change. In the mode `remove`, a permission without resources removes its role on all resources. */
  readonly permissions: readonly PermissionInputV1[];
}

/**
 * Returns the permissions of a user after a change.
 *
 * Merges permissions with the same role. Of the same resource, keeps the added one, because its labels are newer.
 */
export function applyPermissionChange(
  current: readonly PermissionInputV1[],
  { mode, permissions }: PermissionChange,
): PermissionInputV1[] {
  if (mode === "add") return mergePermissions([...current, ...permissions]);
  if (mode === "replace") return mergePermissions(permissions);
  return subtractPermissions(current, permissions);
}

/**
 * Returns permissions without others. Drops a role that has no resources left.
 *
 * @param removed a permission without resources removes its role on all resources
 */
export function subtractPermissions(
  permissions: readonly PermissionInputV1[],
  removed: readonly PermissionInputV1[],
): PermissionInputV1[] {
  return mergePermissions(permissions).flatMap((permission) => {
    const sameRole = removed.filter(({ roleId }) => roleId === permission.roleId);
    if (sameRole.some(({ resources }) => resources.length === 0)) return [];
    const keys = new Set(sameRole.flatMap(({ resources }) => resources.map(keyOf)));
    const resources = permission.resources.filter((resource) => !keys.has(keyOf(resource)));
    const isEmptied = resources.length === 0 && permission.resources.length > 0;
    return isEmptied ? [] : [{ ...permission, resources }];
  });
}

function mergePermissions(permissions: readonly PermissionInputV1[]): PermissionInputV1[] {
  const byRole = Map.groupBy(permissions, ({ roleId }) => roleId);
  return Array.from(byRole, ([roleId, sameRole]) => {
    const resources = sameRole.flatMap(({ resources }) => resources);
    return { roleId, resources: [...new Map(resources.map((resource) => [keyOf(resource), resource])).values()] };
  });
}

function keyOf({ type, id }: PermissionResourceV1): string {
  return `${type} ${id}`;
}
