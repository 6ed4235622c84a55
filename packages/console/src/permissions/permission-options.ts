import type { UserV1 } from "@segment-iam/client";

/** Roles and resources that users have already. */
export interface KnownAccess {
  /** Names by role ID. */
  readonly roles: ReadonlyMap<string, string>;
  /** The ID of the workspace, when somebody has a permission on it. */
  readonly workspaceId: string | undefined;
}

/** Gathers roles from the permissions of users: the API has no operation here that lists them. */
export function knownAccess(users: readonly UserV1[]): KnownAccess {
  const permissions = users.flatMap(({ permissions = [] }) => permissions);
  const workspace = permissions.flatMap(({ resources }) => resources).find(({ type }) => type === "WORKSPACE");
  return {
    roles: new Map(permissions.map(({ roleId, roleName }) => [roleId, roleName])),
    workspaceId: workspace?.id,
  };
}
