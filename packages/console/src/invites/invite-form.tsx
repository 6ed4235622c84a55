import { createInvites } from "@segment-iam/client";
import { useCreateInvites } from "@segment-iam/react";
import { optimisticCreateInvites } from "@segment-iam/react/optimistic";
import { useState } from "react";
import { notifySuccess } from "../feedback/notify-success.tsx";
import { groupFieldErrors } from "../forms/field-errors.ts";
import { MutationForm } from "../forms/mutation-form.tsx";
import { formatCount } from "../format.ts";
import { Section } from "../layout/section.tsx";
import { toPermissionField, toPermissionInput, type PermissionDraft } from "../permissions/permission-draft.ts";
import { usePermissionOptions } from "../permissions/permission-options.ts";
import { PermissionsEditor } from "../permissions/permissions-editor.tsx";
import { EmailsInput } from "./emails-input.tsx";
import { isEmailAddress } from "./parse-addresses.ts";

/** Invites people, all with the same permissions. Checks the addresses before it sends them; the API validates the rest. */
export function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const options = usePermissionOptions();
  const [emails, setEmails] = useState<string[]>([]);
  const [permissions, setPermissions] = useState<PermissionDraft[]>([]);
  const [emailErrors, setEmailErrors] = useState<Readonly<Record<string, string>>>({});
  const mutation = useCreateInvites({
    optimistic: optimisticCreateInvites,
    onSuccess({ emails: [first, ...others] }) {
      notifySuccess(
        others.length === 0 ? `${first} was invited` : `${formatCount(others.length + 1)} people were invited`,
      );
      onClose();
    },
  });
  const errors = groupFieldErrors(mutation.error, toInviteField);

  function submit() {
    const found = checkEmails(emails);
    setEmailErrors(found);
    if (Object.keys(found).length > 0) return;
    const input = permissions.map(toPermissionInput);
    mutation.mutate({ invites: emails.map((email) => ({ email, permissions: input })) });
  }

  return (
    <MutationForm
      operation={createInvites}
      mutation={mutation}
      errors={errors}
      errorTitle="Could not send invites"
      submitLabel={emails.length > 1 ? `Invite ${formatCount(emails.length)} people` : "Invite"}
      onSubmit={submit}
      onCancel={onClose}
    >
      <EmailsInput
        value={emails}
        errors={{ ...errors.byField, ...emailErrors }}
        onChange={(next) => {
          mutation.reset();
          // An invalid address is marked as soon as it is entered.
          setEmailErrors(next.length > 0 ? checkEmails(next) : {});
          setEmails(next);
        }}
      />
      <Section title="Permissions">
        <PermissionsEditor
          value={permissions}
          errors={errors.byField}
          options={options}
          onChange={(next) => {
            mutation.reset();
            setPermissions(next);
          }}
        />
      </Section>
    </MutationForm>
  );
}

/** Returns the error of each address by field. */
function checkEmails(emails: readonly string[]): Record<string, string> {
  if (emails.length === 0) return { emails: "Enter an email address" };
  const invalid = emails.flatMap((email, index) =>
    isEmailAddress(email) ? [] : [[`emails.${index}`, "Enter a full address, such as ada@example.com"] as const],
  );
  return Object.fromEntries(invalid);
}

const FIELD = /^invites\.(\d+)(?:\.(.+))?$/;

/**
 * Maps the `field` of an API error to a field of the form.
 *
 * All invites share the form's permissions, so `invites.1.permissions.0.roleId` maps to `permissions.0.roleId`. An error in an address
 * maps to `emails.<index>`.
 */
export function toInviteField(path: string): string | undefined {
  const [, index, member] = FIELD.exec(path) ?? [];
  if (index === undefined) return undefined;
  return member === undefined || member === "email" ? `emails.${index}` : toPermissionField(member);
}
