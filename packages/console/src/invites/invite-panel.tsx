import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Suspense } from "react";
import { Link, useLocation } from "react-router";
import { lazyComponent } from "../layout/lazy-component.ts";
import { fromList, useClosePanel } from "../layout/use-close-panel.ts";
import { useIsSettled } from "../layout/use-is-settled.ts";
import { texts } from "./texts.ts";

const InviteDrawer = lazyComponent(async () => (await import("./invite-drawer.tsx")).InviteDrawer);

/** Props of {@link InvitePanel}. */
export interface InvitePanelProps {
  readonly listPath: string;
  readonly isOpen: boolean;
}

/** The drawer with the invite form, beside a list. Its code loads after the list. */
export function InvitePanel({ listPath, isOpen }: InvitePanelProps) {
  const isSettled = useIsSettled();
  const close = useClosePanel(listPath);
  return <Suspense>{(isSettled || isOpen) && <InviteDrawer isOpen={isOpen} onClose={close} />}</Suspense>;
}

/** Opens the invite form beside the current list. */
export function InviteButton({ listPath }: { readonly listPath: string }) {
  const { search } = useLocation();
  return (
    <Button
      component={Link}
      to={{ pathname: `${listPath}/new`, search }}
      state={fromList}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {texts.invitePeople}
    </Button>
  );
}
