import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { deleteInvites } from "@segment-iam/client";
import { useDeleteInvites } from "@segment-iam/react";
import { ConfirmDialog } from "../layout/confirm-dialog.tsx";

/** Withdraws one invite, once it was confirmed. */
export function WithdrawButton({ email }: { readonly email: string }) {
  const [isOpen, { open, close }] = useDisclosure();
  const mutation = useDeleteInvites({
    onSuccess() {
      notifications.show({ message: `The invite of ${email} was withdrawn` });
      close();
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" aria-label={`Withdraw ${email}`} onClick={open}>
        Withdraw
      </Button>
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
