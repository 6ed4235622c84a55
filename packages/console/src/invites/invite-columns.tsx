import { ActionIcon, Group, Text, ThemeIcon, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { deleteInvites } from "@segment-iam/client";
import { useDeleteInvites } from "@segment-iam/react";
import { IconMail, IconMailOff } from "@tabler/icons-react";
import { ConfirmDialog } from "../feedback/confirm-dialog.tsx";
import { notify } from "../feedback/notify.tsx";
import type { Column } from "../table/grid/column.ts";
import { texts } from "./texts.ts";

/** The columns of the invites list. The API returns only the email address of an invite. */
export const inviteColumns: readonly Column<string>[] = [
  {
    header: texts.list.email,
    width: "minmax(0, 1fr)",
    cell: (email) => (
      <Group gap="sm" wrap="nowrap">
        <ThemeIcon variant="light" color="gray" radius="xl" size={24} aria-hidden>
          <IconMail size={14} stroke={1.75} />
        </ThemeIcon>
        <Text size="sm" fw={500} truncate>
          {email}
        </Text>
      </Group>
    ),
  },
  {
    header: texts.list.action,
    isHeaderHidden: true,
    width: "3.75rem",
    cell: (email) => <RevokeButton email={email} />,
  },
];

/** Revokes an invite after confirmation. */
function RevokeButton({ email }: { readonly email: string }) {
  const [isOpen, { open, close }] = useDisclosure();
  const mutation = useDeleteInvites({
    onSuccess() {
      notify(texts.revoke.done(email));
      close();
    },
  });
  return (
    <>
      <Tooltip label={texts.revoke.tooltip}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={texts.revoke.label(email)} onClick={open}>
          <IconMailOff size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title={texts.revoke.title}
        action={texts.revoke.action}
        operation={deleteInvites}
        mutation={mutation}
        onConfirm={() => mutation.mutate({ emails: [email] })}
      >
        {texts.revoke.description(email)}
      </ConfirmDialog>
    </>
  );
}
