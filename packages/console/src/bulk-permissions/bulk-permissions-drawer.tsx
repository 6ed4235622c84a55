import type { UserV1 } from "@segment-iam/client";
import { useState } from "react";
import { FormDrawer } from "../forms/form-drawer.tsx";
import type { PermissionChange } from "../permissions/apply-permission-change.ts";
import { useRuns } from "../runs/use-runs.ts";
import { BulkPermissionsForm } from "./bulk-permissions-form.tsx";
import { createChangeDraft } from "./change-draft.ts";
import type { PermissionChangePlan } from "./plan-permission-change.ts";
import { texts } from "./texts.ts";

/** Props of {@link BulkPermissionsDrawer}. */
export interface BulkPermissionsDrawerProps {
  readonly isOpen: boolean;
  readonly users: readonly UserV1[];
  readonly onOpen: () => void;
  readonly onClose: () => void;
  /** Called when the run has ended. */
  readonly onDone: () => void;
}

/** Changes the permissions of several users: the form, a confirmation, then a run. */
export function BulkPermissionsDrawer({ isOpen, users, onOpen, onClose, onDone }: BulkPermissionsDrawerProps) {
  const runs = useRuns();
  // The draft outlives the form, so that a cancelled confirmation returns to it.
  const [initialDraft] = useState(createChangeDraft);
  const [draft, setDraft] = useState(initialDraft);
  const [isConfirming, setConfirming] = useState(false);

  async function run({ mode, permissions }: PermissionChange, { changes }: PermissionChangePlan) {
    const items = changes.map(({ user: { id, name, email } }) => ({ id, name, email, permissions }));
    setConfirming(true);
    onClose();
    const report = await runs.confirm({ kind: "change-permissions", mode, items });
    setConfirming(false);
    if (!report) {
      onOpen();
      return;
    }
    setDraft(initialDraft);
    onDone();
  }

  return (
    <FormDrawer
      opened={isOpen}
      onClose={onClose}
      onExited={() => !isConfirming && setDraft(initialDraft)}
      title={texts.title(users.length)}
    >
      <BulkPermissionsForm
        users={users}
        draft={draft}
        isChanged={draft !== initialDraft}
        onChange={setDraft}
        onSubmit={(change, plan) => void run(change, plan)}
        onCancel={onClose}
      />
    </FormDrawer>
  );
}
