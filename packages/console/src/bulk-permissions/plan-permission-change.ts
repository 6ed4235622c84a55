import type { PermissionInputV1, UserV1 } from "@segment-iam/client";
import {
  applyPermissionChange,
  subtractPermissions,
  type PermissionChange,
} from "../permissions/apply-permission-change.ts";

/** The effect of a permission change on one user. */
export interface UserChange {
  readonly user: UserV1;
  /** The permissions that the user gains. */
  readonly added: readonly PermissionInputV1[];
  /** The permissions that the user loses. */
  readonly removed: readonly PermissionInputV1[];
  /** Whether the user had permissions and has none after the change. */
  readonly losesAll: boolean;
}

/** The effect of a permission change on several users. */
export interface PermissionChangePlan {
  /** The users with other permissions after the change, those who lose all permissions first. */
  readonly changes: readonly UserChange[];
  readonly gainCount: number;
  readonly loseCount: number;
  readonly loseAllCount: number;
  readonly unchangedCount: number;
}

/** Plans a permission change. Compares roles and resources; labels do not count as a change. */
export function planPermissionChange(users: readonly UserV1[], change: PermissionChange): PermissionChangePlan {
  const changes = users
    .map((user) => planUser(user, change))
    .filter(({ added, removed }) => added.length + removed.length > 0);
  const losing = changes.filter(({ losesAll }) => losesAll);
  return {
    changes: [...losing, ...changes.filter(({ losesAll }) => !losesAll)],
    gainCount: changes.filter(({ added }) => added.length > 0).length,
    loseCount: changes.filter(({ removed }) => removed.length > 0).length,
    loseAllCount: losing.length,
    unchangedCount: users.length - changes.length,
  };
}

function planUser(user: UserV1, change: PermissionChange): UserChange {
  const before = user.permissions ?? [];
  const after = applyPermissionChange(before, change);
  return {
    user,
    added: subtractPermissions(after, before),
    removed: subtractPermissions(before, after),
    losesAll: before.length > 0 && after.length === 0,
  };
}
