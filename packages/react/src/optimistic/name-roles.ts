import type { PermissionInputV1, PermissionV1 } from "@segment-iam/client";

/**
 * Permissions as the API will show them. The name of a role is taken from a permission that has it; until the answer
 * says better, a role that nobody there holds is called by its ID.
 */
export function nameRoles(inputs: readonly PermissionInputV1[], held: readonly PermissionV1[]): PermissionV1[] {
  return inputs.map(({ roleId, resources }) => {
    const { roleName = roleId } = held.find((permission) => permission.roleId === roleId) ?? {};
    return { roleId, roleName, resources };
  });
}
