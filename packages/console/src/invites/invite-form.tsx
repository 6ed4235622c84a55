import { Button, Group, Stack } from "@mantine/core";
import { createInvites } from "@segment-iam/client";
import { useCreateInvites } from "@segment-iam/react";
import { optimisticCreateInvites } from "@segment-iam/react/optimistic";
import { useState, type FormEvent } from "react";
import { fieldErrors } from "../forms/field-errors.ts";
import { FormFailure } from "../forms/form-failure.tsx";
import { announce } from "../feedback/notify-success.tsx";
import { Section } from "../layout/section.tsx";
import { permissionInput, type PermissionDraft } from "../permissions/permission-draft.ts";
import { PermissionFields } from "../permissions/permissions-editor.tsx";
import { formatCount } from "../format.ts";
import { useKnownAccess } from "../users/use-known-access.ts";
import { WaitNotice } from "../feedback/rate-limit-notice.tsx";
import { EmailsInput } from "./emails-input.tsx";
import { inviteFieldOf } from "./invite-field-of.ts";

/** Invites people, all with the same permissions. Segment judges what is entered; what it refuses shows at its field. */
export function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const known = useKnownAccess();
  const [emails, setEmails] = useState<string[]>([]);
  const [permissions, setPermissions] = useState<PermissionDraft[]>([]);
  const [isEmpty, setEmpty] = useState(false);
  const { mutate, reset, isPending, error, failureReason } = useCreateInvites({
    optimistic: optimisticCreateInvites,
    onSuccess({ emails: [first, ...others] }) {
      const message =
        others.length === 0 ? `${first} was invited` : `${formatCount(others.length + 1)} people were invited`;
      announce(message);
      onClose();
    },
  });
  const errors = fieldErrors(error, inviteFieldOf);

  function submit(event: FormEvent) {
    event.preventDefault();
    setEmpty(emails.length === 0);
    if (emails.length > 0)
      mutate({ invites: emails.map((email) => ({ email, permissions: permissions.map(permissionInput) })) });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <EmailsInput
          value={emails}
          errors={isEmpty ? { emails: "Give at least one address" } : errors.byField}
          onChange={(next) => {
            reset();
            setEmpty(false);
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
          <Button type="submit" loading={isPending}>
            {emails.length > 1 ? `Invite ${formatCount(emails.length)} people` : "Invite"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
