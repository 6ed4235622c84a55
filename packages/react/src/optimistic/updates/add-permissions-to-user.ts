import { addPermissionsToUser, type PermissionResourceV1, type PermissionV1 } from "@segment-iam/client";
import { createOptimisticUpdate } from "../create-optimistic-update.ts";
import type { OptimisticUpdate } from "../types.ts";
import { changePermissions } from "./change-permissions.ts";

/**
 * Adds permissions to a user, in lists and in details. If the user already has a role, its new resources are added to the existing ones.
 *
 * Works whether the API returns the added permissions or all of them.
 */
export const optimisticAddPermissionsToUser: OptimisticUpdate<"addPermissionsToUser"> =
  /* @__PURE__ */ createOptimisticUpdate(
    addPermissionsToUser,
    /* @__PURE__ */ changePermissions((current, added) => added.reduce(merge, [...current])),
  );

function merge(current: PermissionV1[], added: PermissionV1): PermissionV1[] {
  const known = current.find(({ roleId }) => roleId === added.roleId);
  if (!known) return [...current, added];
  const kept = known.resources.filter((resource) => !added.resources.some((other) => isSame(resource, other)));
  const merged = { ...known, resources: [...kept, ...added.resources] };
  return current.map((permission) => (permission === known ? merged : permission));
}

function isSame(one: PermissionResourceV1, other: PermissionResourceV1): boolean {
  return one.id === other.id && one.type === other.type;
}
