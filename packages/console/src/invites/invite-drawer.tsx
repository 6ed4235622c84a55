import { Drawer } from "@mantine/core";
import { InviteForm } from "./invite-form.tsx";

/** Whether people are being invited. */
export interface InviteDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The invite form, over the list. */
export function InviteDrawer({ isOpen, onClose }: InviteDrawerProps) {
  return (
    <Drawer opened={isOpen} onClose={onClose} title="Invite people" closeButtonProps={{ "aria-label": "Close" }}>
      <InviteForm onClose={onClose} />
    </Drawer>
  );
}
