import { Checkbox, Modal, Stack, Title } from "@mantine/core";
import { Fragment, useId, type KeyboardEvent } from "react";
import { texts as frameTexts } from "../layout/texts.ts";
import classes from "./shortcuts-dialog.module.css";
import { texts, type ShortcutSection } from "./texts.ts";
import { modKey, useSingleKeyShortcuts } from "./use-shortcut.ts";

/** Props of {@link ShortcutsDialog}. */
export interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Lists the keyboard shortcuts of the console. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  const [isOn, setOn] = useSingleKeyShortcuts();
  // Without the attribute, Esc also closes a drawer below this dialog.
  const ownEscape = { "data-mantine-stop-propagation": true };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      returnFocus={false}
      title={texts.title}
      size={720}
      closeButtonProps={{ "aria-label": frameTexts.close, ...ownEscape }}
      onKeyDown={({ key }: KeyboardEvent) => key === "Escape" && onClose()}
    >
      <Stack>
        <div className={classes.sections}>
          {texts.sections(modKey()).map((section) => (
            <SectionTable key={section.title} {...section} />
          ))}
        </div>
        <Checkbox
          label={texts.singleKeys}
          description={texts.singleKeysDescription}
          checked={isOn}
          onChange={({ currentTarget }) => setOn(currentTarget.checked)}
          {...ownEscape}
        />
      </Stack>
    </Modal>
  );
}

function SectionTable({ title, shortcuts }: ShortcutSection) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Title order={3} size="h6" id={titleId} mb={4}>
        {title}
      </Title>
      <dl className={classes.list}>
        {shortcuts.map(({ keys, text }) => (
          <div key={text} className={classes.row}>
            <dt>{text}</dt>
            <dd className={classes.keys}>
              {keys.map((combination, index) => (
                <Fragment key={combination.join(" ")}>
                  {index > 0 && <span className={classes.or}>{texts.or}</span>}
                  {combination.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
