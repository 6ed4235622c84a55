import { Alert, Text } from "@mantine/core";
import { addPermissionsToUser, replacePermissionsForUser, type UserV1 } from "@segment-iam/client";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { groupFieldErrors } from "../../forms/field-errors.ts";
import { useUnsavedChanges } from "../../forms/form-drawer.tsx";
import { MutationForm } from "../../forms/mutation-form.tsx";
import { Section } from "../../layout/section.tsx";
import { diffPermissions } from "../../permissions/diff-permissions.ts";
import {
  checkRequiredFields,
  draftPermission,
  draftWorkspacePermission,
  hasLabels,
  toPermissionField,
  toPermissionInputs,
} from "../../permissions/permission-draft.ts";
import { usePermissionOptions } from "../../permissions/permission-options.ts";
import { PermissionsDiffView } from "../../permissions/permissions-diff-view.tsx";
import { PermissionsEditor } from "../../permissions/permissions-editor.tsx";
import { nameUser } from "../user-columns.tsx";
import { ConfirmPermissions, type PlannedPermissions } from "./confirm-permissions.tsx";
import { texts } from "./texts.ts";
import { useSavePermissions, type PermissionsFormMode } from "./use-save-permissions.ts";

/** Props of {@link PermissionsForm}. */
export interface PermissionsFormProps {
  readonly user: UserV1;
  readonly mode: PermissionsFormMode;
  readonly onClose: () => void;
}

/** Adds or replaces the permissions of a user. Asks for confirmation before permissions are revoked. */
export function PermissionsForm({ user, mode, onClose }: PermissionsFormProps) {
  const isReplacing = mode === "replace";
  const options = usePermissionOptions();
  // Keeps the initial permissions, because an optimistic update changes those of `user` while a request is pending.
  const [before] = useState(user.permissions ?? []);
  const [initialDrafts] = useState(() => (isReplacing ? before.map(draftPermission) : [draftWorkspacePermission()]));
  const [drafts, setDrafts] = useState(initialDrafts);
  const [isChecked, setChecked] = useState(false);
  const [notice, setNotice] = useState<string>();
  const [planned, setPlanned] = useState<PlannedPermissions>();
  const settle = useUnsavedChanges(JSON.stringify(drafts) !== JSON.stringify(initialDrafts));
  const mutation = useSavePermissions(user, mode, before, () => {
    settle();
    onClose();
  });

  const permissions = toPermissionInputs(drafts, options.workspaceId);
  const emptyFields = checkRequiredFields(permissions);
  const isComplete = Object.keys(emptyFields).length === 0;
  const diff = diffPermissions(before, isReplacing ? permissions : [...before, ...permissions]);
  const isUnchanged = diff.added.length + diff.removed.length === 0;
  const apiErrors = groupFieldErrors(mutation.error, toPermissionField);
  const errors = { ...apiErrors, byField: { ...apiErrors.byField, ...(isChecked && emptyFields) } };

  function submit() {
    setChecked(true);
    if (!isComplete) return;
    if (isUnchanged) setNotice(nothingToSave());
    else if (diff.removed.length > 0) setPlanned({ permissions, diff });
    else send();
  }

  function send() {
    setPlanned(undefined);
    mutation.mutate({ userId: user.id, permissions });
  }

  function nothingToSave(): string {
    if (isReplacing) return texts.form.unchanged;
    return permissions.length === 0 ? texts.form.nothingToAdd : texts.form.alreadyGranted(nameUser(user));
  }

  return (
    <Section title={isReplacing ? texts.form.replaceTitle : texts.form.addTitle}>
      <div ref={focusOnMount} tabIndex={-1} style={{ outline: "none" }}>
        <MutationForm
          operation={isReplacing ? replacePermissionsForUser : addPermissionsToUser}
          mutation={mutation}
          errors={errors}
          notice={notice}
          errorTitle={texts.form.failed}
          submitLabel={texts.form.save}
          onSubmit={submit}
          onCancel={onClose}
        >
          <Text size="sm" c="dimmed">
            {isReplacing ? texts.form.replaceDescription : texts.form.addDescription}
          </Text>
          {isReplacing && hasLabels(before) && (
            <Alert color="yellow" icon={<IconAlertTriangle />}>
              {texts.form.removesLabels}
            </Alert>
          )}
          <PermissionsEditor
            value={drafts}
            errors={errors.byField}
            options={options}
            onChange={(next) => {
              mutation.reset();
              setNotice(undefined);
              setDrafts(next);
            }}
          />
          {isReplacing && isComplete && !isUnchanged && (
            <Section title={texts.form.changes}>
              <PermissionsDiffView diff={diff} roles={options.roles} />
            </Section>
          )}
        </MutationForm>
      </div>
      <ConfirmPermissions
        planned={planned}
        user={user}
        roles={options.roles}
        onClose={() => setPlanned(undefined)}
        onConfirm={send}
      />
    </Section>
  );
}

/** Moves the focus into the form, because the button that opened it is no longer shown. */
function focusOnMount(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
