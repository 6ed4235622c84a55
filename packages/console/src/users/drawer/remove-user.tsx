import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { deleteUsers, type UserV1 } from "@segment-iam/client";
import { useCreateInvites, useDeleteUsers } from "@segment-iam/react";
import { optimisticCreateInvites, optimisticDeleteUsers } from "@segment-iam/react/optimistic";
import { queriesToInvalidate } from "@segment-iam/react/query";
import { IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { ConfirmDialog } from "../../feedback/confirm-dialog.tsx";
import { isNotFound } from "../../feedback/explain-failure.ts";
import { notify, notifyFailure } from "../../feedback/notify.tsx";
import { useChangeConfirmation } from "../../guards/use-change-confirmation.tsx";
import { iam } from "../../iam.ts";
import { Section } from "../../layout/section.tsx";
import { toInvite } from "../../runs/engine/undo-task.ts";
import { nameUser } from "../user-columns.tsx";
import { texts } from "./texts.ts";

/** Props of {@link RemoveUser}. */
export interface RemoveUserProps {
  readonly user: UserV1;
  readonly onRemoved: () => void;
}

/** Removes a user after confirmation. The last owner and the own account need a typed confirmation. */
export function RemoveUser({ user, onRemoved }: RemoveUserProps) {
  const name = nameUser(user);
  const [isOpen, { open, close }] = useDisclosure();
  const plan = useMemo(() => (isOpen ? { changes: [{ user }] } : undefined), [isOpen, user]);
  const { warnings, isBlocked } = useChangeConfirmation(plan);
  const mutation = useRemoveUser(user, () => {
    close();
    onRemoved();
  });
  return (
    <Section title={texts.remove.section}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {texts.remove.description}
        </Text>
        <Button
          color="red"
          variant="light"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={open}
          style={{ flexShrink: 0 }}
        >
          {texts.remove.button}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title={texts.remove.title(name)}
        action={texts.remove.action}
        operation={deleteUsers}
        mutation={mutation}
        isBlocked={isBlocked}
        onConfirm={() => mutation.mutate({ userIds: [user.id] })}
      >
        <div>{texts.remove.warning}</div>
        {warnings}
      </ConfirmDialog>
    </Section>
  );
}

/** Removes a user. The notification of success offers to invite the user again. A user who no longer exists counts as removed. */
function useRemoveUser(user: UserV1, onRemoved: () => void) {
  const { id, email } = user;
  const name = nameUser(user);
  const queryClient = useQueryClient();
  const invite = useCreateInvites({
    optimistic: optimisticCreateInvites,
    onSuccess: () => notify(texts.remove.invited(email)),
    onError: (failure) => notifyFailure(texts.remove.inviteFailed(email), failure),
  });

  function inviteAgain() {
    invite.mutate({ invites: [toInvite(user)] });
  }

  function finish(message: string) {
    notify(message, { action: { label: texts.remove.inviteAgain, onClick: inviteAgain } });
    onRemoved();
  }

  const mutation = useDeleteUsers({
    optimistic: optimisticDeleteUsers,
    onSuccess: () => finish(texts.remove.removed(name)),
    onError(failure) {
      if (!isNotFound(failure)) return;
      void queryClient.invalidateQueries(queriesToInvalidate(deleteUsers, iam, { userIds: [id] }));
      // On a 404 after a retry, an earlier request has removed the user, but its response was lost.
      const isRetried = mutation.failureCount > 0;
      finish(isRetried ? texts.remove.removed(name) : texts.remove.alreadyRemoved(name));
    },
  });
  return mutation;
}
