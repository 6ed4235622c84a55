import type { UserV1 } from "@segment-iam/client";
import { useMemo } from "react";
import { useUsers } from "../users/use-users.ts";
import { readWorkspace } from "../workspace.ts";

/** The values that a permission form offers. */
export interface PermissionOptions {
  /** Role names by role ID. */
  readonly roles: ReadonlyMap<string, string>;
  /** The workspace's ID; `undefined` while no loaded user has a permission on the workspace. */
  readonly workspaceId: string | undefined;
}

/** Returns the roles and the workspace of the users loaded so far. */
export function usePermissionOptions(): PermissionOptions {
  const { users } = useUsers();
  return useMemo(() => {
    const { roles, workspaceId = readWorkspace(document).id } = collectPermissionOptions(users);
    return { roles, workspaceId };
  }, [users]);
}

/** Collects roles and the workspace from the permissions of users. The API has no operation that lists them. */
export function collectPermissionOptions(users: readonly UserV1[]): PermissionOptions {
  const roles = new Map<string, string>();
  let workspaceId: string | undefined;
  // Runs for each page of a long list, so it creates no arrays.
  for (const { permissions = [] } of users) {
    for (const { roleId, roleName, resources } of permissions) {
      roles.set(roleId, roleName);
      workspaceId ??= resources.find(({ type }) => type === "WORKSPACE")?.id;
    }
  }
  return { roles, workspaceId };
}
