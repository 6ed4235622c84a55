import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { addPermissionsToUser, replacePermissionsForUser, type UserV1 } from "@segment-iam/client";
import { useAddPermissionsToUser, useReplacePermissionsForUser } from "@segment-iam/react";
import { optimisticAddPermissionsToUser, optimisticReplacePermissionsForUser } from "@segment-iam/react/optimistic";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState, type FormEvent } from "react";
import { fieldErrors } from "../forms/field-errors.ts";
import { FormFailure } from "../forms/form-failure.tsx";
import { announce } from "../feedback/notify-success.tsx";
import { Section } from "../layout/section.tsx";
import { draftPermission, permissionInput } from "../permissions/permission-draft.ts";
import { permissionFieldOf } from "../permissions/permission-field-of.ts";
import { PermissionFields } from "../permissions/permissions-editor.tsx";
import { WaitNotice } from "../feedback/rate-limit-notice.tsx";
import { useKnownAccess } from "./use-known-access.ts";

/** Whether permissions are added to those there are, or take their place. */
export type PermissionsFormMode = "add" | "replace";

/** What the form works on. */
export interface PermissionsFormProps {
  readonly user: UserV1;
  readonly mode: PermissionsFormMode;
  readonly onClose: () => void;
}

const texts = {
  add: {
    title: "Add permissions",
    hint: "They come on top of those there are. A role that is held already gains the resources.",
    operation: addPermissionsToUser,
  },
  replace: {
    title: "Edit permissions",
    hint: "This becomes all there is: what you leave out here is taken away.",
    operation: replacePermissionsForUser,
  },
};

/** Changes what somebody may do. What Segment refuses shows at its field. */
export function PermissionsForm({ user, mode, onClose }: PermissionsFormProps) {
  const { title, hint, operation } = texts[mode];
  const known = useKnownAccess();
  const [permissions, setPermissions] = useState(() =>
    mode === "replace"
      ? (user.permissions ?? []).map(draftPermission)
      : [draftPermission({ roleId: "", resources: [{ id: known.workspaceId ?? "", type: "WORKSPACE" }] })],
  );
  const callbacks = {
    onSuccess() {
      announce(`The permissions of ${user.name} were saved`);
      onClose();
    },
  };
  const mutations = {
    add: useAddPermissionsToUser({ ...callbacks, optimistic: optimisticAddPermissionsToUser }),
    replace: useReplacePermissionsForUser({ ...callbacks, optimistic: optimisticReplacePermissionsForUser }),
  };
  const { mutate, reset, isPending, error, failureReason } = mutations[mode];
  const errors = fieldErrors(error, permissionFieldOf);

  function submit(event: FormEvent) {
    event.preventDefault();
    mutate({ userId: user.id, permissions: permissions.map(permissionInput) });
  }

  return (
    <form onSubmit={submit}>
      <Section title={title}>
        <Stack>
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
          {mode === "replace" && user.permissions?.some(({ labels = [] }) => labels.length > 0) && (
            <Alert color="yellow" icon={<IconAlertTriangle />}>
              Segment takes no labels on a permission, only on its resources: those there are will be gone.
            </Alert>
          )}
          <PermissionFields
            value={permissions}
            errors={errors.byField}
            known={known}
            onChange={(next) => {
              reset();
              setPermissions(next);
            }}
          />
          <WaitNotice operation={operation} isBusy={isPending} failure={failureReason} />
          <FormFailure failure={error} title="The permissions were not saved" errors={errors} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </Section>
    </form>
  );
}
