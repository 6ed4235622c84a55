import type { GetUserData, ListUsersData, PermissionInputV1, PermissionV1, UserV1 } from "@segment-iam/client";
import { updateItems } from "../../invalidation/update-items.ts";
import type { OptimisticWrite } from "../types.ts";

type PermissionsWrite = OptimisticWrite<"addPermissionsToUser"> | OptimisticWrite<"replacePermissionsForUser">;

/** The patches of a write that changes the permissions of one user. */
interface PermissionPatches {
  listUsers(pages: readonly ListUsersData[], write: PermissionsWrite): readonly ListUsersData[];
  getUser(pages: readonly GetUserData[], write: PermissionsWrite): readonly GetUserData[];
}

/**
 * Creates the patches of a write that changes the permissions of one user, in lists and in details.
 *
 * @param change returns the user's new permissions. `written` contains the permissions in the response, or in the variables while the
 *   write is pending.
 */
export function changePermissions(
  change: (current: readonly PermissionV1[], written: readonly PermissionV1[]) => PermissionV1[],
): PermissionPatches {
  /** `known` contains the cached permissions, which have the role names. */
  const changeUser = (user: UserV1, known: readonly PermissionV1[], { variables, data }: PermissionsWrite) => ({
    ...user,
    permissions: change(user.permissions ?? [], data?.permissions ?? nameRoles(variables.permissions, known)),
  });
  return {
    listUsers: (pages, write) =>
      updateItems(pages, "users", (users) => {
        const known = users.flatMap(({ permissions = [] }) => permissions);
        return users.map((user) => (user.id === write.variables.userId ? changeUser(user, known, write) : user));
      }),
    getUser: (pages, write) =>
      pages.map((page) => ({ ...page, user: changeUser(page.user, page.user.permissions ?? [], write) })),
  };
}

/** Adds role names to permissions. The name of a role is taken from a known permission. Without one, it is the role's ID. */
function nameRoles(inputs: readonly PermissionInputV1[], known: readonly PermissionV1[]): PermissionV1[] {
  return inputs.map(({ roleId, resources }) => {
    const { roleName = roleId } = known.find((permission) => permission.roleId === roleId) ?? {};
    return { roleId, roleName, resources };
  });
}
