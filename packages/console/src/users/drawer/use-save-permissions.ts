import type { PermissionV1, UserV1 } from "@segment-iam/client";
import { useAddPermissionsToUser, useReplacePermissionsForUser } from "@segment-iam/react";
import { optimisticAddPermissionsToUser, optimisticReplacePermissionsForUser } from "@segment-iam/react/optimistic";
import { notify, notifyFailure } from "../../feedback/notify.tsx";
import { hasLabels } from "../../permissions/permission-draft.ts";
import { nameUser } from "../user-columns.tsx";
import { texts } from "./texts.ts";

/** Whether permissions are added, or all of them are replaced. */
export type PermissionsFormMode = "add" | "replace";

/**
 * Saves permissions of a user. The notification of success offers to undo it.
 *
 * @param permissionsBefore the permissions that the undo restores
 */
export function useSavePermissions(
  user: UserV1,
  mode: PermissionsFormMode,
  permissionsBefore: readonly PermissionV1[],
  onSaved: () => void,
) {
  const name = nameUser(user);
  const undo = useReplacePermissionsForUser({
    optimistic: optimisticReplacePermissionsForUser,
    onSuccess: () => notify(texts.form.restored(name)),
    onError: (failure) => notifyFailure(texts.form.restoreFailed(name), failure),
  });
  // Undoing an addition replaces all permissions, which would remove labels that the addition kept.
  const canUndo = mode === "replace" || !hasLabels(permissionsBefore);
  const permissions = permissionsBefore.map(({ roleId, resources }) => ({ roleId, resources }));
  const action = { label: texts.form.undo, onClick: () => undo.mutate({ userId: user.id, permissions }) };
  const callbacks = {
    onSuccess() {
      // A newer change of the same user replaces the notification, because its undo would also undo the newer change.
      notify(texts.form.saved(name), { id: `permissions ${user.id}`, action: canUndo ? action : undefined });
      onSaved();
    },
  };
  const mutations = {
    add: useAddPermissionsToUser({ ...callbacks, optimistic: optimisticAddPermissionsToUser }),
    replace: useReplacePermissionsForUser({ ...callbacks, optimistic: optimisticReplacePermissionsForUser }),
  };
  return mutations[mode];
}
