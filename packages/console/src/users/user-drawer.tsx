import { Drawer } from "@mantine/core";
import { useLastDefined } from "./use-last-defined.ts";
import { UserDetails } from "./user-details.tsx";

/** What the drawer shows. */
export interface UserDrawerProps {
  /** The user; left out, the drawer is closed. */
  readonly userId: string | undefined;
  readonly onClose: () => void;
}

/** Shows one user over the list. */
export function UserDrawer({ userId, onClose }: UserDrawerProps) {
  const shown = useLastDefined(userId);
  return (
    <Drawer opened={userId !== undefined} onClose={onClose} title="User" closeButtonProps={{ "aria-label": "Close" }}>
      {shown !== undefined && (
        <UserDetails key={shown} userId={shown} isOpen={userId !== undefined} onClose={onClose} />
      )}
    </Drawer>
  );
}
