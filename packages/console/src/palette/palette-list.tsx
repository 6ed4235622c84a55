// Native list elements cannot leave the focus in the search field, and their options cannot have several columns.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { PaletteEntry, PaletteGroup } from "./group-entries.ts";
import classes from "./palette.module.css";
import { texts } from "./texts.ts";

/** Props of {@link PaletteList}. */
export interface PaletteListProps {
  readonly id: string;
  readonly groups: readonly PaletteGroup[];
  readonly activeKey: string | undefined;
  /** Returns the ID of an option's element. */
  readonly optionId: (key: string) => string;
  readonly onActivate: (key: string) => void;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** The results of the palette. The search field has the focus and moves the active option. */
export function PaletteList({ id, groups, activeKey, optionId, onActivate, onChoose }: PaletteListProps) {
  // ARIA requires a listbox to contain an option.
  if (groups.length === 0) return <div id={id} />;
  return (
    <div id={id} role="listbox" aria-label={texts.results} className={classes.list}>
      {groups.map(({ title, entries }) => {
        const titleId = optionId(title);
        return (
          <div key={title} role="group" aria-labelledby={titleId}>
            <div id={titleId} role="presentation" className={classes.title}>
              {title}
            </div>
            {entries.map((entry) => (
              // The search field handles the keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={entry.key}
                id={optionId(entry.key)}
                role="option"
                aria-selected={entry.key === activeKey}
                ref={entry.key === activeKey ? scrollIntoView : undefined}
                className={classes.option}
                onPointerMove={() => onActivate(entry.key)}
                // Keeps the focus in the search field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(entry)}
              >
                <EntryContent {...entry} />
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

function EntryContent({ icon: Icon, label, description, shortcut }: PaletteEntry) {
  return (
    <>
      <Icon size={18} stroke={1.75} aria-hidden className={classes.icon} />
      <span className={classes.label}>{label}</span>
      {description !== undefined && <span className={classes.description}>{description}</span>}
      {shortcut !== undefined && (
        <kbd className={classes.key} aria-hidden>
          {shortcut}
        </kbd>
      )}
    </>
  );
}
