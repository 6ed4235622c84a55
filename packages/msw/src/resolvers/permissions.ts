import type { AccessPermissionV1, PermissionInputV1, PermissionResourceV1, PermissionV1 } from "@segment-iam/types";
import type { MockState } from "../mock-state.ts";
import { invalidField, notFound } from "../response/http-error.ts";
import type { Resolvers } from "./resolver.ts";
import { findUser } from "./users.ts";

/** Resolvers for the permissions of users. */
export const permissionResolvers: Resolvers = {
  addPermissionsToUser({ userId, permissions }, { state, assumptions }) {
    const user = findUser(state, userId);
    const added = permissions.map((permission, index) => addRoleName(state, permission, index));
    user.permissions = added.reduce(mergePermission, user.permissions ?? []);
    return {
      permissions: (assumptions.addPermissionsResponse === "all" ? user.permissions : added).map(withoutLabels),
    };
  },

  replacePermissionsForUser({ userId, permissions }, { state, assumptions }) {
    const user = findUser(state, userId);
    if (permissions.length === 0 && assumptions.replaceWithEmptyList === "reject") {
      throw invalidField("permissions", "must contain at least 1 item");
    }
    user.permissions = permissions.map((permission, index) => addRoleName(state, permission, index));
    return { permissions: user.permissions.map(withoutLabels) };
  },
};

/** Adds the role's name to a permission. @throws {HttpError} 404 if the role does not exist. */
function addRoleName(
  { roles }: MockState,
  { roleId, resources }: PermissionInputV1,
  index: number,
): AccessPermissionV1 {
  const role = roles.find(({ id }) => id === roleId);
  if (role === undefined) throw notFound(`The role ${roleId} was not found`, `permissions.${index}.roleId`);
  return { roleId, roleName: role.name, resources };
}

/** Adds a permission. If the user already has the role, merges the resources. A resource with the same ID and type is replaced, including its labels. */
function mergePermission(held: readonly PermissionV1[], added: AccessPermissionV1): PermissionV1[] {
  const known = held.find(({ roleId }) => roleId === added.roleId);
  if (known === undefined) return [...held, added];
  const kept = known.resources.filter((resource) => !added.resources.some((other) => isSame(resource, other)));
  const merged = { ...known, resources: [...kept, ...added.resources] };
  return held.map((permission) => (permission === known ? merged : permission));
}

function isSame(one: PermissionResourceV1, other: PermissionResourceV1): boolean {
  return one.id === other.id && one.type === other.type;
}

function withoutLabels({ roleId, roleName, resources }: PermissionV1): AccessPermissionV1 {
  return { roleId, roleName, resources };
}
