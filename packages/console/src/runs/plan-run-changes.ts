import type { UserV1 } from "@segment-iam/client";
import type { ChangePlan } from "../guards/use-change-confirmation.tsx";
import { applyPermissionChange } from "../permissions/apply-permission-change.ts";
import type { RunTask } from "./run-task.ts";

/**
 * Returns the changes of a run that may need a typed confirmation. Invites and added permissions revoke nothing, so they need none.
 *
 * @param users the loaded users, with their current permissions
 */
export function planRunChanges(task: RunTask, users: readonly UserV1[]): ChangePlan {
  const people = task.items.length;
  switch (task.kind) {
    case "remove-users":
      return { people, changes: task.items.map((user) => ({ user })) };
    case "revoke-invites":
      return { people, changes: [] };
    case "change-permissions": {
      const { mode } = task;
      if (mode === "add") return { people: 0, changes: [] };
      const loaded = new Map(users.map((user) => [user.id, user]));
      const changes = task.items.map(({ id, name, email, permissions }) => {
        const current = loaded.get(id)?.permissions ?? [];
        // Without their current permissions, users are looked up in the list, which may still be loading.
        return { user: { id, name, email }, permissions: applyPermissionChange(current, { mode, permissions }) };
      });
      return { people, changes };
    }
    default:
      return { people: 0, changes: [] };
  }
}
