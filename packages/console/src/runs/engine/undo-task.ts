import type { InvitePermissionV1, PermissionInputV1, UserV1 } from "@segment-iam/client";
import type { RunReport } from "../run-report.ts";
import type { RunTask, UserChange } from "../run-task.ts";

/**
 * Returns a task that undoes the items of a run that succeeded. Returns `undefined` if the API cannot undo any of them.
 *
 * A revoked invite cannot be restored, because the API does not return its permissions.
 *
 * @param before the permissions of users before the run
 */
export function createUndoTask(
  { task, rows }: RunReport,
  before: ReadonlyMap<string, readonly PermissionInputV1[]>,
): RunTask | undefined {
  const isDone = new Set(rows.flatMap(({ item, outcome }) => (outcome === "succeeded" ? [item] : [])));
  const undo = createTask();
  return undo && undo.items.length > 0 ? undo : undefined;

  function createTask(): RunTask | undefined {
    switch (task.kind) {
      case "remove-users":
        return { kind: "invite", items: task.items.filter((user) => isDone.has(user)).map(toInvite) };
      case "invite":
        return { kind: "revoke-invites", items: task.items.filter((invite) => isDone.has(invite)) };
      case "change-permissions": {
        const users = task.items.filter((user) => isDone.has(user) && before.has(user.id));
        const restore = (user: UserChange) => ({ ...user, permissions: before.get(user.id) ?? [] });
        return { kind: "change-permissions", mode: "replace", items: users.map(restore) };
      }
      case "revoke-invites":
        return undefined;
    }
  }
}

/** Returns an invite that gives a removed user the same permissions. */
export function toInvite({ email, permissions = [] }: UserV1): { email: string; permissions: InvitePermissionV1[] } {
  return {
    email,
    // The resources of an invite have no labels.
    permissions: permissions.map(({ roleId, resources, labels }) => ({
      roleId,
      resources: resources.map(({ id, type }) => ({ id, type })),
      ...(labels && { labels }),
    })),
  };
}
