import type { InviteV1, PermissionInputV1, UserV1 } from "@segment-iam/client";
import type { PermissionChange } from "../permissions/apply-permission-change.ts";

/** A user whose permissions change. Each user can have different permissions, for example to restore previous ones. */
export interface UserChange extends Pick<UserV1, "id" | "name" | "email"> {
  /** The permissions to add or remove, or that replace all permissions. See {@link PermissionChange.permissions}. */
  readonly permissions: readonly PermissionInputV1[];
}

/**
 * The operation of a run and its items. Plain data, so that it can be stored and continued after a reload.
 *
 * Each item must have a unique key: the ID of a user, or the email address of an invite in lower case.
 */
export type RunTask =
  | {
      readonly kind: "remove-users";
      /** The users with their permissions, so that they can be invited again. */
      readonly items: readonly UserV1[];
    }
  | { readonly kind: "invite"; readonly items: readonly InviteV1[] }
  | { readonly kind: "revoke-invites"; readonly items: readonly Pick<InviteV1, "email">[] }
  | {
      readonly kind: "change-permissions";
      readonly mode: PermissionChange["mode"];
      readonly items: readonly UserChange[];
    };

/** An item of any task. */
export type RunItem = RunTask["items"][number];

/** The highest number of items in one request. */
export const MAX_BATCH_SIZE = 100;

/** Returns the key of an item: the ID of a user, or the email address of an invite. */
export function keyOfItem(item: RunItem): string {
  return "id" in item ? item.id : item.email.toLowerCase();
}

/** Returns the name and the email address of a user, or the email address of an invite. */
export function nameOfItem(item: RunItem): string {
  return "name" in item && item.name ? `${item.name} <${item.email}>` : item.email;
}
