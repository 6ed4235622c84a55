import { Modal } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useState } from "react";
import { ShortcutsDialog } from "../shortcuts/shortcuts-dialog.tsx";
import { ExportUsersStatus } from "./export-users-status.tsx";
import classes from "./palette.module.css";
import type { PaletteEntry } from "./group-entries.ts";
import { PaletteSearch } from "./palette-search.tsx";
import { texts } from "./texts.ts";
import { useCommands } from "./use-commands.ts";

/** The dialogs that a shortcut opens. */
export type PaletteDialog = "palette" | "shortcuts";

/** Props of {@link Palette}. */
export interface PaletteProps {
  readonly dialog: PaletteDialog | undefined;
  readonly onShow: (dialog: PaletteDialog) => void;
  /** Closes the dialog and returns the focus. */
  readonly onClose: () => void;
}

/** The command palette and the list of keyboard shortcuts. */
export function Palette({ dialog, onShow, onClose }: PaletteProps) {
  // A dialog that is mounted open has no transition and does not take the focus in every browser.
  const isMounted = useMounted();
  return (
    <>
      <Modal.Root
        opened={dialog === "palette" && isMounted}
        onClose={onClose}
        // The focus returns before an entry runs, so that the entry can move it.
        returnFocus={false}
        centered={false}
        yOffset="12dvh"
        size={600}
      >
        <Modal.Overlay />
        <Modal.Content aria-label={texts.title}>
          <Modal.Body p={0} className={classes.body}>
            <PaletteContent onShow={onShow} onClose={onClose} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
      <ShortcutsDialog isOpen={dialog === "shortcuts" && isMounted} onClose={onClose} />
    </>
  );
}

function PaletteContent({ onShow, onClose }: Omit<PaletteProps, "dialog">) {
  const [isExporting, setExporting] = useState(false);
  const commands = useCommands({ onExport: () => setExporting(true), onShowShortcuts: () => onShow("shortcuts") });

  function choose(entry: PaletteEntry) {
    if (entry.key !== "export") onClose();
    entry.run();
  }

  if (isExporting) return <ExportUsersStatus onClose={onClose} />;
  return <PaletteSearch commands={commands} onChoose={choose} onClose={onClose} />;
}
