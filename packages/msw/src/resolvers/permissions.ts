import type { AccessPermissionV1, PermissionInputV1, PermissionV1 } from "@segment-iam/types";
import type { MockState } from "../mock-state.ts";
import { invalidField, throwAll } from "../response/http-error.ts";
import { checkPermissions } from "./check-permissions.ts";
import type { Resolvers } from "./resolver.ts";
import { findUser } from "./users.ts";

/** Resolvers for the permissions of users. */
export const permissionResolvers: Resolvers = {
  addPermissionsToUser({ userId, permissions }, { state, assumptions }) {
    const user = findUser(state, userId);
    throwAll(checkPermissions(state, permissions, "permissions"));
    const added = mergePermissions(permissions.map((permission) => addRoleName(state, permission)));
    user.permissions = mergePermissions([...(user.permissions ?? []), ...added]);
    return {
      permissions: (assumptions.addPermissionsResponse === "all" ? user.permissions : added).map(withoutLabels),
    };
  },

  replacePermissionsForUser({ userId, permissions }, { state, assumptions }) {
    const user = findUser(state, userId);
    if (permissions.length === 0 && assumptions.replaceWithEmptyList === "reject") {
      throw invalidField("permissions", "must contain at least 1 item");
    }
    throwAll(checkPermissions(state, permissions, "permissions"));
    user.permissions = mergePermissions(permissions.map((permission) => addRoleName(state, permission)));
    return { permissions: user.permissions.map(withoutLabels) };
  },
};

function addRoleName({ roles }: MockState, { roleId, resources }: PermissionInputV1): AccessPermissionV1 {
  return { roleId, roleName: roles.find(({ id }) => id === roleId)?.name ?? roleId, resources };
}

/** Merges permissions with the same role. Of resources with the same ID and type, keeps the last one with its labels. */
export function mergePermissions(permissions: readonly PermissionV1[]): PermissionV1[] {
  const byRole = new Map<string, PermissionV1>();
  for (const permission of permissions) {
    const known = byRole.get(permission.roleId) ?? permission;
    const resources = [...known.resources, ...permission.resources];
    const byResource = new Map(resources.map((resource) => [`${resource.type} ${resource.id}`, resource]));
    byRole.set(permission.roleId, { ...known, resources: [...byResource.values()] });
  }
  return [...byRole.values()];
}

function withoutLabels({ roleId, roleName, resources }: PermissionV1): AccessPermissionV1 {
  return { roleId, roleName, resources };
}
