import { Alert, Text } from "@mantine/core";
import { addPermissionsToUser, replacePermissionsForUser, type UserV1 } from "@segment-iam/client";
import { useAddPermissionsToUser, useReplacePermissionsForUser } from "@segment-iam/react";
import { optimisticAddPermissionsToUser, optimisticReplacePermissionsForUser } from "@segment-iam/react/optimistic";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { notifySuccess } from "../../feedback/notify-success.tsx";
import { groupFieldErrors } from "../../forms/field-errors.ts";
import { MutationForm } from "../../forms/mutation-form.tsx";
import { Section } from "../../layout/section.tsx";
import {
  draftPermission,
  draftWorkspacePermission,
  toPermissionField,
  toPermissionInput,
} from "../../permissions/permission-draft.ts";
import { usePermissionOptions } from "../../permissions/permission-options.ts";
import { PermissionsEditor } from "../../permissions/permissions-editor.tsx";

/** Whether the form adds permissions or replaces all of them. */
export type PermissionsFormMode = "add" | "replace";

/** Props of {@link PermissionsForm}. */
export interface PermissionsFormProps {
  readonly user: UserV1;
  readonly mode: PermissionsFormMode;
  readonly onClose: () => void;
}

const modes = {
  add: {
    title: "Add permissions",
    description:
      "Saving keeps the existing permissions. If the user already has a role, the resources are added to it.",
    operation: addPermissionsToUser,
  },
  replace: {
    title: "Edit permissions",
    description: "Saving replaces all permissions of this user with the permissions below.",
    operation: replacePermissionsForUser,
  },
};

/** Adds or replaces the permissions of a user. */
export function PermissionsForm({ user, mode, onClose }: PermissionsFormProps) {
  const { title, description, operation } = modes[mode];
  const options = usePermissionOptions();
  const [permissions, setPermissions] = useState(() =>
    mode === "replace"
      ? (user.permissions ?? []).map(draftPermission)
      : [draftWorkspacePermission(options.workspaceId)],
  );
  const callbacks = {
    onSuccess() {
      notifySuccess(`Permissions of ${user.name} saved`);
      onClose();
    },
  };
  const mutations = {
    add: useAddPermissionsToUser({ ...callbacks, optimistic: optimisticAddPermissionsToUser }),
    replace: useReplacePermissionsForUser({ ...callbacks, optimistic: optimisticReplacePermissionsForUser }),
  };
  const mutation = mutations[mode];
  const errors = groupFieldErrors(mutation.error, toPermissionField);
  return (
    <Section title={title}>
      <MutationForm
        operation={operation}
        mutation={mutation}
        errors={errors}
        errorTitle="Could not save permissions"
        submitLabel="Save"
        onSubmit={() => mutation.mutate({ userId: user.id, permissions: permissions.map(toPermissionInput) })}
        onCancel={onClose}
      >
        <Text size="sm" c="dimmed">
          {description}
        </Text>
        {mode === "replace" && user.permissions?.some(({ labels = [] }) => labels.length > 0) && (
          <Alert color="yellow" icon={<IconAlertTriangle />}>
            Saving removes the labels on permissions. Segment accepts labels on resources only.
          </Alert>
        )}
        <PermissionsEditor
          value={permissions}
          errors={errors.byField}
          options={options}
          onChange={(next) => {
            mutation.reset();
            setPermissions(next);
          }}
        />
      </MutationForm>
    </Section>
  );
}
