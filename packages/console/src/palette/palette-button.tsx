import { UnstyledButton } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { Suspense, useRef, useState } from "react";
import { lazyComponent } from "../layout/lazy-component.ts";
import { texts } from "../layout/texts.ts";
import { useIsSettled } from "../layout/use-is-settled.ts";
import { useRefresh } from "../query-client.ts";
import { modKey, useShortcut } from "../shortcuts/use-shortcut.ts";
import classes from "./palette-button.module.css";
import type { PaletteDialog } from "./palette.tsx";

// The palette loads on demand, so that the list renders sooner.
const Palette = lazyComponent(async () => (await import("./palette.tsx")).Palette);

/** Opens the command palette. Also handles the shortcuts that work on every page. */
export function PaletteButton() {
  const [dialog, setDialog] = useState<PaletteDialog>();
  const isSettled = useIsSettled();
  const focusedBefore = useRef<Element>(null);
  useHotkeys([["mod+K", toggle, { preventDefault: false }]], []);
  useShortcut("?", () => show("shortcuts"));
  useShortcut("r", useRefresh());

  function show(next: PaletteDialog) {
    focusedBefore.current ??= document.activeElement;
    setDialog(next);
  }

  function close() {
    setDialog(undefined);
    const { activeElement } = document;
    // If nothing had the focus before, the body receives it, so that the next key is a shortcut again.
    if (activeElement instanceof HTMLElement) activeElement.blur();
    if (focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus({ preventScroll: true });
    focusedBefore.current = null;
  }

  function toggle(event: KeyboardEvent) {
    // The palette does not open above a confirmation dialog.
    if (dialog === undefined && document.querySelector(".mantine-Modal-content")) return;
    event.preventDefault();
    if (dialog === "palette") close();
    else show("palette");
  }

  return (
    <>
      <UnstyledButton
        className={classes.button}
        aria-label={texts.searchOrRun}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => show("palette")}
      >
        <IconSearch size={16} aria-hidden />
        <span className={classes.label}>{texts.search}</span>
        {/* The keys are not in the accessible name, so a style shows them. */}
        <kbd className={classes.keys} data-keys={`${modKey()} K`} />
      </UnstyledButton>
      <Suspense>
        {(isSettled || dialog !== undefined) && <Palette dialog={dialog} onShow={show} onClose={close} />}
      </Suspense>
    </>
  );
}
