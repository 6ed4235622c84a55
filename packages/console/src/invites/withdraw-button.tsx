import { ActionIcon, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { deleteInvites } from "@segment-iam/client";
import { useDeleteInvites } from "@segment-iam/react";
import { IconMailOff } from "@tabler/icons-react";
import { announce } from "../feedback/notify-success.tsx";
import { ConfirmDialog } from "../feedback/confirm-dialog.tsx";

/** Withdraws one invite, once it was confirmed. */
export function WithdrawButton({ email }: { readonly email: string }) {
  const [isOpen, { open, close }] = useDisclosure();
  const mutation = useDeleteInvites({
    onSuccess() {
      announce(`The invite of ${email} was withdrawn`);
      close();
    },
  });
  return (
    <>
      <Tooltip label="Withdraw">
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Withdraw ${email}`} onClick={open}>
          <IconMailOff size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title="Withdraw the invite?"
        action="Withdraw"
        operation={deleteInvites}
        mutation={mutation}
        onConfirm={() => mutation.mutate({ emails: [email] })}
      >
        The link in the email to {email} stops working.
      </ConfirmDialog>
    </>
  );
}
