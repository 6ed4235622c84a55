import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { useMemo, useState, type FormEvent } from "react";
import type { PermissionChange } from "../permissions/apply-permission-change.ts";
import { hasLabels, toPermissionInputs, type PermissionDraft } from "../permissions/permission-draft.ts";
import { collectPermissionOptions, usePermissionOptions } from "../permissions/permission-options.ts";
import { PermissionsEditor } from "../permissions/permissions-editor.tsx";
import { useUnsavedChanges } from "../forms/form-drawer.tsx";
import { checkChange, draftFor, type ChangeDraft } from "./change-draft.ts";
import { PermissionChangePreview } from "./permission-change-preview.tsx";
import { planPermissionChange, type PermissionChangePlan } from "./plan-permission-change.ts";
import { texts } from "./texts.ts";

const modes = ["add", "remove", "replace"] as const;

/** Props of {@link BulkPermissionsForm}. */
export interface BulkPermissionsFormProps {
  readonly users: readonly UserV1[];
  readonly draft: ChangeDraft;
  /** Whether the draft differs from the initial one. */
  readonly isChanged: boolean;
  readonly onChange: (draft: ChangeDraft) => void;
  readonly onSubmit: (change: PermissionChange, plan: PermissionChangePlan) => void;
  readonly onCancel: () => void;
}

/** Edits a permission change of several users, and previews its effect on them. */
export function BulkPermissionsForm({
  users,
  draft,
  isChanged,
  onChange,
  onSubmit,
  onCancel,
}: BulkPermissionsFormProps) {
  useUnsavedChanges(isChanged);
  const { mode } = draft;
  const permissions = draft.permissions[mode];
  const allOptions = usePermissionOptions();
  // Only roles that a selected user has can be removed.
  const options = useMemo(
    () =>
      mode === "remove" ? { ...collectPermissionOptions(users), workspaceId: allOptions.workspaceId } : allOptions,
    [mode, users, allOptions],
  );
  const [isChecked, setChecked] = useState(false);
  const { workspaceId } = allOptions;
  const change = useMemo(
    () => ({ mode, permissions: toPermissionInputs(permissions, workspaceId) }),
    [mode, permissions, workspaceId],
  );
  const errors = checkChange(change);
  const isComplete = Object.keys(errors).length === 0;
  const plan = useMemo(
    () => (isComplete ? planPermissionChange(users, change) : undefined),
    [isComplete, users, change],
  );

  function setPermissions(next: readonly PermissionDraft[]) {
    onChange({ ...draft, permissions: { ...draft.permissions, [mode]: next } });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (plan && plan.changes.length > 0) onSubmit(change, plan);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Radio.Group
          label={texts.mode}
          value={mode}
          onChange={(value) => {
            setChecked(false);
            onChange({ ...draft, mode: modes.find((candidate) => candidate === value) ?? mode });
          }}
        >
          <Stack gap="xs" mt={6}>
            {modes.map((value) => (
              <Radio key={value} value={value} {...texts.modes[value]} />
            ))}
          </Stack>
        </Radio.Group>
        {mode === "remove" && (
          <Text size="sm" c="dimmed">
            {texts.wholeRole}
          </Text>
        )}
        <PermissionsEditor
          value={permissions}
          errors={isChecked ? errors : {}}
          options={options}
          createPermission={() => draftFor(mode)}
          onChange={setPermissions}
        />
        <PermissionChangePreview
          plan={plan}
          roles={allOptions.roles}
          removesLabels={
            mode !== "add" && plan !== undefined && plan.changes.some(({ user }) => hasLabels(user.permissions ?? []))
          }
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {texts.cancel}
          </Button>
          <Button type="submit" disabled={plan?.changes.length === 0} {...(mode !== "add" && { color: "red" })}>
            {texts.submit(plan?.changes.length ?? 0)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
