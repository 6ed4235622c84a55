import { Drawer } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { InviteForm } from "./invite-form.tsx";
import { texts } from "./texts.ts";

/** Props of {@link InviteDrawer}. */
export interface InviteDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Shows the invite form beside a list. */
export function InviteDrawer({ isOpen, onClose }: InviteDrawerProps) {
  // Opens after it is mounted, because a drawer that is mounted open does not return the focus.
  const isMounted = useMounted();
  return (
    <Drawer
      opened={isOpen && isMounted}
      onClose={onClose}
      title={texts.invitePeople}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <InviteForm onClose={onClose} />
    </Drawer>
  );
}
