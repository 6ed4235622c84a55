import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { createInvites } from "@segment-iam/client";
import { useCreateInvites } from "@segment-iam/react";
import { useState, type FormEvent } from "react";
import { fieldErrors } from "../forms/field-errors.ts";
import { FormFailure } from "../forms/form-failure.tsx";
import { Section } from "../layout/section.tsx";
import { permissionInput, type PermissionDraft } from "../permissions/permission-draft.ts";
import { PermissionFields } from "../permissions/permission-fields.tsx";
import { useKnownAccess } from "../users/use-known-access.ts";
import { WaitNotice } from "../waiting/wait-notice.tsx";
import { EmailsInput } from "./emails-input.tsx";
import { inviteFieldOf } from "./invite-field-of.ts";

/** Invites people, all with the same permissions. Segment judges what is entered; what it refuses shows at its field. */
export function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const known = useKnownAccess();
  const [emails, setEmails] = useState<string[]>([]);
  const [permissions, setPermissions] = useState<PermissionDraft[]>([]);
  const { mutate, reset, isPending, error, failureReason } = useCreateInvites({
    onSuccess({ emails: [first, ...others] }) {
      const message = others.length === 0 ? `${first} was invited` : `${others.length + 1} people were invited`;
      notifications.show({ message });
      onClose();
    },
  });
  const errors = fieldErrors(error, inviteFieldOf);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (emails.length === 0) return;
    mutate({ invites: emails.map((email) => ({ email, permissions: permissions.map(permissionInput) })) });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <EmailsInput
          value={emails}
          errors={errors.byField}
          onChange={(next) => {
            reset();
            setEmails(next);
          }}
        />
        <Section title="Permissions">
          <PermissionFields
            value={permissions}
            errors={errors.byField}
            known={known}
            onChange={(next) => {
              reset();
              setPermissions(next);
            }}
          />
        </Section>
        <WaitNotice operation={createInvites} isBusy={isPending} failure={failureReason} />
        <FormFailure failure={error} title="Nobody was invited" errors={errors} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} disabled={emails.length === 0}>
            {emails.length > 1 ? `Invite ${emails.length} people` : "Invite"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
