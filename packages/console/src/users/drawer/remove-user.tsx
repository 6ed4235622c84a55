import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { deleteUsers, type UserV1 } from "@segment-iam/client";
import { useDeleteUsers } from "@segment-iam/react";
import { optimisticDeleteUsers } from "@segment-iam/react/optimistic";
import { IconTrash } from "@tabler/icons-react";
import { ConfirmDialog } from "../../feedback/confirm-dialog.tsx";
import { notifySuccess } from "../../feedback/notify-success.tsx";
import { Section } from "../../layout/section.tsx";

/** Props of {@link RemoveUser}. */
export interface RemoveUserProps {
  readonly user: UserV1;
  readonly onRemoved: () => void;
}

/** Removes a user after confirmation. */
export function RemoveUser({ user: { id, name }, onRemoved }: RemoveUserProps) {
  const [isOpen, { open, close }] = useDisclosure();
  const mutation = useDeleteUsers({
    optimistic: optimisticDeleteUsers,
    onSuccess() {
      notifySuccess(`${name} was removed`);
      close();
      onRemoved();
    },
  });
  return (
    <Section title="Remove from workspace">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          Revokes all permissions and group memberships in this workspace.
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
        {name} will lose access to this workspace. To restore access, send a new invite.
      </ConfirmDialog>
    </Section>
  );
}
