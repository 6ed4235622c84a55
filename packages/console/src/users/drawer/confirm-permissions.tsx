import type { PermissionInputV1, UserV1 } from "@segment-iam/client";
import { useMemo } from "react";
import { ConfirmDialog } from "../../feedback/confirm-dialog.tsx";
import { useChangeConfirmation } from "../../guards/use-change-confirmation.tsx";
import { useLastDefined } from "../../layout/use-last-defined.ts";
import type { PermissionsDiff } from "../../permissions/diff-permissions.ts";
import { PermissionsDiffView } from "../../permissions/permissions-diff-view.tsx";
import { nameUser } from "../user-columns.tsx";
import { texts } from "./texts.ts";

/** The permissions to confirm. */
export interface PlannedPermissions {
  readonly permissions: readonly PermissionInputV1[];
  readonly diff: PermissionsDiff;
}

/** Props of {@link ConfirmPermissions}. */
export interface ConfirmPermissionsProps {
  /** The permissions to confirm; `undefined` closes the dialog. */
  readonly planned: PlannedPermissions | undefined;
  readonly user: UserV1;
  /** Role names by role ID. */
  readonly roles: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asks for confirmation before permissions of a user are revoked. The last owner and the own account need a typed confirmation. */
export function ConfirmPermissions({ planned, user, roles, onClose, onConfirm }: ConfirmPermissionsProps) {
  const plan = useMemo(() => planned && { changes: [{ user, permissions: planned.permissions }] }, [planned, user]);
  const { warnings, isBlocked } = useChangeConfirmation(plan);
  const name = nameUser(user);
  const shown = useLastDefined(planned);
  return (
    <ConfirmDialog
      isOpen={planned !== undefined}
      onClose={onClose}
      title={texts.confirm.title(name)}
      action={texts.confirm.action}
      isBlocked={isBlocked}
      onConfirm={onConfirm}
    >
      <div>
        {texts.confirm.description(name)}
        {shown?.permissions.length === 0 && ` ${texts.confirm.noneLeft(name)}`}
      </div>
      {shown && <PermissionsDiffView diff={shown.diff} roles={roles} />}
      {warnings}
    </ConfirmDialog>
  );
}
