import { createInvites, type InviteV1 } from "@segment-iam/client";
import { useCreateInvites } from "@segment-iam/react";
import { optimisticCreateInvites } from "@segment-iam/react/optimistic";
import { useState } from "react";
import { notify } from "../feedback/notify.tsx";
import { groupFieldErrors } from "../forms/field-errors.ts";
import { FormDrawer, useUnsavedChanges } from "../forms/form-drawer.tsx";
import { MutationForm } from "../forms/mutation-form.tsx";
import { Section } from "../layout/section.tsx";
import {
  checkRequiredFields,
  toPermissionField,
  toPermissionInputs,
  type PermissionDraft,
} from "../permissions/permission-draft.ts";
import { usePermissionOptions } from "../permissions/permission-options.ts";
import { PermissionsEditor } from "../permissions/permissions-editor.tsx";
import { MAX_BATCH_SIZE } from "../runs/run-task.ts";
import { useRuns } from "../runs/use-runs.ts";
import { EmailsInput } from "./emails-input.tsx";
import { isEmailAddress } from "./parse-addresses.ts";
import { texts } from "./texts.ts";

/** Props of {@link InviteDrawer}. */
export interface InviteDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Shows the invite form beside a list. */
export function InviteDrawer({ isOpen, onClose }: InviteDrawerProps) {
  return (
    <FormDrawer opened={isOpen} onClose={onClose} title={texts.invitePeople}>
      <InviteForm onClose={onClose} />
    </FormDrawer>
  );
}

/** Invites people, all with the same permissions. Checks addresses and required fields before it sends them; the API validates the rest. */
function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const options = usePermissionOptions();
  const [emails, setEmails] = useState<string[]>([]);
  const [typed, setTyped] = useState("");
  const [drafts, setDrafts] = useState<PermissionDraft[]>([]);
  const [isChecked, setChecked] = useState(false);
  const [isStarting, setStarting] = useState(false);
  const settle = useUnsavedChanges(emails.length > 0 || typed.trim() !== "" || drafts.length > 0);
  const runs = useRuns();
  const mutation = useCreateInvites({
    optimistic: optimisticCreateInvites,
    onSuccess(data) {
      const items = data.emails.map((email) => ({ email }));
      const onClick = () => void runs.confirm({ kind: "revoke-invites", items });
      notify(texts.form.sent(data.emails), { action: { label: texts.form.revoke(items.length), onClick } });
      close();
    },
  });

  const permissions = toPermissionInputs(drafts, options.workspaceId);
  const emptyFields = checkRequiredFields(permissions);
  const apiErrors = groupFieldErrors(mutation.error, toInviteField);
  const byField = {
    ...apiErrors.byField,
    // An invalid address is marked as soon as it is entered.
    ...checkEmails(emails),
    ...(isChecked && emptyFields),
    ...(isChecked && emails.length === 0 && { emails: texts.form.noEmails }),
  };

  function submit() {
    setChecked(true);
    if (emails.length === 0 || Object.keys({ ...checkEmails(emails), ...emptyFields }).length > 0) return;
    const invites = emails.map((email) => ({ email, permissions }));
    // A run shows progress, can be stopped and ends with a report.
    if (invites.length > MAX_BATCH_SIZE) void startRun(invites);
    else mutation.mutate({ invites });
  }

  async function startRun(items: readonly InviteV1[]) {
    setStarting(true);
    await runs.start({ kind: "invite", items }, close);
    setStarting(false);
  }

  function close() {
    settle();
    onClose();
  }

  return (
    <MutationForm
      operation={createInvites}
      mutation={isStarting ? { ...mutation, isPending: true } : mutation}
      errors={{ ...apiErrors, byField }}
      errorTitle={texts.form.failed}
      submitLabel={texts.form.invite(emails.length)}
      onSubmit={submit}
      onCancel={close}
    >
      <EmailsInput
        value={emails}
        errors={byField}
        onType={setTyped}
        onChange={(next) => {
          mutation.reset();
          setEmails(next);
        }}
      />
      <Section title={texts.form.permissions}>
        <PermissionsEditor
          value={drafts}
          errors={byField}
          options={options}
          onChange={(next) => {
            mutation.reset();
            setDrafts(next);
          }}
        />
      </Section>
    </MutationForm>
  );
}

/** Returns the error of each invalid address by field. */
function checkEmails(emails: readonly string[]): Record<string, string> {
  const invalid = emails.flatMap((email, index) =>
    isEmailAddress(email) ? [] : [[`emails.${index}`, texts.form.invalidEmail] as const],
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
