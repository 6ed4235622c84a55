import type { AccessPermissionV1, InvitePermissionV1, PermissionInputV1, PermissionV1 } from "@segment-iam/types";
import type { MockState } from "../mock-state.ts";
import { invalidField, notFound, throwAll, type HttpError } from "../response/http-error.ts";
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

/** Returns a 404 for each unknown role, and a 422 for each resource with an empty ID. `field` is the path of the list. */
export function checkPermissions(
  { roles }: MockState,
  permissions: readonly InvitePermissionV1[],
  field: string,
): HttpError[] {
  const known = new Set(roles.map(({ id }) => id));
  return permissions.flatMap(({ roleId, resources = [] }, index) => [
    ...(known.has(roleId) ? [] : [notFound(`The role ${roleId} was not found`, `${field}.${index}.roleId`)]),
    ...resources.flatMap(({ id }, resource) =>
      id === "" ? [invalidField(`${field}.${index}.resources.${resource}.id`, "must not be empty")] : [],
    ),
  ]);
}

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
