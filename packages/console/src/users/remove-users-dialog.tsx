import { deleteUsers, type UserV1 } from "@segment-iam/client";
import { BulkDialog } from "../bulk/bulk-dialog.tsx";

/** Whom to remove. */
export interface RemoveUsersDialogProps {
  readonly isOpen: boolean;
  readonly userIds: readonly string[];
  /** The users that are loaded, for their names. */
  readonly loaded: readonly UserV1[];
  readonly onClose: () => void;
  /** Called when the work has ended, however it did. */
  readonly onDone: () => void;
}

/** Removes any number of users, once it was confirmed. */
export function RemoveUsersDialog({ isOpen, userIds, loaded, onClose, onDone }: RemoveUsersDialogProps) {
  const names = new Map(loaded.map(({ id, name, email }) => [id, `${name} <${email}>`]));
  return (
    <BulkDialog
      isOpen={isOpen}
      operation={deleteUsers}
      items={userIds}
      nameOf={(id) => names.get(id) ?? id}
      noun={["user", "users"]}
      action="Remove"
      done="removed"
      warning="They can no longer enter the workspace. There is no way back but a new invite."
      onClose={onClose}
      onDone={onDone}
    />
  );
}
