import type { PermissionInputV1, UserV1 } from "@segment-iam/client";
import { isOwnerRole } from "../permissions/find-role.ts";

/** A planned change of one user. */
export interface PlannedChange {
  /** The user before the change. Without `permissions`, those of the loaded user with the same ID count. */
  readonly user: UserV1;
  /** The permissions after the change. Without it, the user is removed. */
  readonly permissions?: readonly PermissionInputV1[];
}

/** What a planned change would break. */
export interface ChangeRisks {
  /** The users who are owners now and would not be owners after the change. */
  readonly formerOwners: readonly UserV1[];
  /** The number of loaded owners after the change. */
  readonly remainingOwners: number;
  /** Whether the change removes the own account, or takes its owner role. */
  readonly ownAccount: "removed" | "demoted" | undefined;
}

/**
 * Returns the risks of planned changes. The API refuses none of them.
 *
 * Counts the permissions of users. Permissions that a group grants are not in the list of users, so they do not count.
 *
 * @param users all loaded users, with or without the changed users
 * @param ownUserId the ID of the own account; `undefined` if unknown
 */
export function findChangeRisks(
  users: readonly UserV1[],
  changes: readonly PlannedChange[],
  ownUserId: string | undefined,
): ChangeRisks {
  const changed = new Map(changes.map((change) => [change.user.id, change]));
  const unchanged = users.filter(({ id }) => !changed.has(id));
  const ownerRoleIds = collectOwnerRoleIds([...users, ...changes.map(({ user }) => user)]);
  const loaded = new Map(users.map((user) => [user.id, user]));
  const isOwner = (permissions: readonly PermissionInputV1[] = []) =>
    permissions.some((permission) => grantsOwnership(permission, ownerRoleIds));
  const ownersBefore = changes.filter(({ user }) => isOwner(user.permissions ?? loaded.get(user.id)?.permissions));
  const formerOwners = ownersBefore.filter(({ permissions }) => !isOwner(permissions)).map(({ user }) => user);
  const ownChange = ownUserId === undefined ? undefined : changed.get(ownUserId);
  return {
    formerOwners,
    remainingOwners:
      unchanged.filter(({ permissions }) => isOwner(permissions)).length +
      changes.filter(({ permissions }) => isOwner(permissions)).length,
    ownAccount: ownChange && (ownChange.permissions === undefined ? "removed" : demotedIf(formerOwners, ownChange)),
  };
}

function demotedIf(formerOwners: readonly UserV1[], { user }: PlannedChange): "demoted" | undefined {
  return formerOwners.includes(user) ? "demoted" : undefined;
}

/** Returns the IDs of owner roles. They come from the users' permissions, because planned permissions have no role names. */
function collectOwnerRoleIds(users: readonly UserV1[]): ReadonlySet<string> {
  const permissions = users.flatMap(({ permissions = [] }) => permissions);
  return new Set(permissions.flatMap(({ roleId, roleName }) => (isOwnerRole(roleName) ? [roleId] : [])));
}

/** Returns whether a permission makes a user an owner of the workspace. An owner role without resources counts. */
function grantsOwnership({ roleId, resources }: PermissionInputV1, ownerRoleIds: ReadonlySet<string>): boolean {
  return ownerRoleIds.has(roleId) && (resources.length === 0 || resources.some(({ type }) => type === "WORKSPACE"));
}
