import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { deleteUsers, type UserV1 } from "@segment-iam/client";
import { useDeleteUsers } from "@segment-iam/react";
import { optimisticDeleteUsers } from "@segment-iam/react/optimistic";
import { IconTrash } from "@tabler/icons-react";
import { announce } from "../feedback/notify-success.tsx";
import { ConfirmDialog } from "../feedback/confirm-dialog.tsx";
import { Section } from "../layout/section.tsx";

/** Whom to remove. */
export interface RemoveUserProps {
  readonly user: UserV1;
  readonly onRemoved: () => void;
}

/** Removes one user, once it was confirmed. */
export function RemoveUser({ user: { id, name }, onRemoved }: RemoveUserProps) {
  const [isOpen, { open, close }] = useDisclosure();
  const mutation = useDeleteUsers({
    optimistic: optimisticDeleteUsers,
    onSuccess() {
      announce(`${name} was removed`);
      close();
      onRemoved();
    },
  });
  return (
    <Section title="Remove">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          Loses every permission and group membership in this workspace.
        </Text>
        <Button
          color="red"
          variant="light"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={open}
          style={{ flexShrink: 0 }}
        >
          Remove user
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title={`Remove ${name}?`}
        action="Remove"
        operation={deleteUsers}
        mutation={mutation}
        onConfirm={() => mutation.mutate({ userIds: [id] })}
      >
        {name} can no longer enter the workspace. There is no way back but a new invite.
      </ConfirmDialog>
    </Section>
  );
}
