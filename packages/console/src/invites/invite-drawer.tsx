import { useMounted } from "@mantine/hooks";
import { FormDrawer } from "../forms/form-drawer.tsx";
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
    <FormDrawer opened={isOpen && isMounted} onClose={onClose} title={texts.invitePeople}>
      <InviteForm onClose={onClose} />
    </FormDrawer>
  );
}
