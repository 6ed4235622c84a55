import { Button, Drawer, Group, Modal, Stack, Text } from "@mantine/core";
import { useMounted, useWindowEvent } from "@mantine/hooks";
import { createContext, use, useEffect, useRef, useState, type ReactNode } from "react";
import { focusGrid } from "../table/grid/use-roving-tab-index.ts";
import { texts } from "./texts.ts";
import { useLeaveGuard } from "./use-leave-guard.ts";

/** Props of {@link FormDrawer}. */
export interface FormDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Called when the closing transition has ended. */
  readonly onExited?: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

const SetChanged = createContext<(isChanged: boolean) => void>(() => {});

/** A drawer for forms. If a form in it has changes, the drawer asks before it closes and before the page changes. */
export function FormDrawer({ opened, onClose, onExited, title, children }: FormDrawerProps) {
  const root = useRef<HTMLDivElement>(null);
  // Opens after it is mounted, because a drawer that is mounted open does not return the focus.
  const isMounted = useMounted();
  const hasChanges = useRef(false);
  /** What to do when the changes are discarded. */
  const [leave, setLeave] = useState<() => void>();
  const [isAsking, setAsking] = useState(false);
  const [setChanged] = useState(() => (isChanged: boolean) => {
    hasChanges.current = isChanged;
  });

  function ask(action: () => void) {
    setLeave(() => action);
    setAsking(true);
  }

  function close() {
    if (hasChanges.current) ask(onClose);
    else onClose();
  }

  function discard() {
    setAsking(false);
    hasChanges.current = false;
    leave?.();
  }

  useLeaveGuard(hasChanges, ask);
  // Mantine's own listener also closes the drawer on Esc in a dialog above it.
  useWindowEvent(
    "keydown",
    (event) => {
      const { key, target, isComposing } = event;
      if (key !== "Escape" || !opened || isComposing || !(target instanceof Element)) return;
      const dialog = target.closest("[role=dialog]");
      const isInOtherDialog = dialog !== null && root.current?.contains(dialog) !== true;
      // Esc closes an open dropdown first.
      if (isInOtherDialog || target.getAttribute("data-mantine-stop-propagation") === "true") return;
      // The same event must not close the dialog that it opens.
      event.stopImmediatePropagation();
      close();
    },
    // Runs before the dropdown closes.
    { capture: true },
  );

  return (
    <Drawer
      ref={root}
      opened={opened && isMounted}
      onClose={close}
      onExitTransitionEnd={() => {
        focusGrid();
        onExited?.();
      }}
      closeOnEscape={false}
      title={title}
    >
      <SetChanged value={setChanged}>{children}</SetChanged>
      <DiscardDialog isOpen={isAsking} onKeep={() => setAsking(false)} onDiscard={discard} />
    </Drawer>
  );
}

/**
 * Makes the drawer around a form ask before changes are lost.
 *
 * @returns a function to call when the changes are saved or discarded, before the drawer closes
 */
export function useUnsavedChanges(isChanged: boolean): () => void {
  const setChanged = use(SetChanged);
  useEffect(() => {
    setChanged(isChanged);
    return () => setChanged(false);
  }, [isChanged, setChanged]);
  return () => setChanged(false);
}

interface DiscardDialogProps {
  readonly isOpen: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

function DiscardDialog({ isOpen, onKeep, onDiscard }: DiscardDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onKeep} size="sm" title={texts.discard.title}>
      <Stack>
        <Text size="sm">{texts.discard.description}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onKeep} data-autofocus>
            {texts.discard.keep}
          </Button>
          <Button color="red" onClick={onDiscard}>
            {texts.discard.discard}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
