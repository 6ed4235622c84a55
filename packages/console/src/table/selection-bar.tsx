import { Button, CloseButton, Group, Menu, Paper, Text, Transition } from "@mantine/core";
import { IconChevronUp, type Icon } from "@tabler/icons-react";
import classes from "./selection-bar.module.css";
import { texts } from "./texts.ts";
import type { Selection } from "./use-selection.ts";

/** An action for the selected rows. */
export interface SelectionAction {
  readonly label: string;
  readonly icon: Icon;
  /** Whether the action removes something. @default false */
  readonly isDangerous?: boolean;
  readonly onClick: () => void;
}

/** Props of {@link SelectionBar}. */
export interface SelectionBarProps {
  readonly selection: Selection;
  readonly actions: readonly SelectionAction[];
  /** The total number of rows, and a function that loads and selects them. Without it, the bar has no button for all rows. */
  readonly selectAll: { readonly total: number; readonly isLoading: boolean; readonly start: () => void } | undefined;
}

/** A floating bar with actions for the selected rows that are shown. On narrow screens, several actions are in a menu. */
export function SelectionBar({ selection, actions, selectAll }: SelectionBarProps) {
  const { keys, hiddenCount } = selection;
  const hasMenu = actions.length > 1;
  return (
    <Transition mounted={keys.size + hiddenCount > 0} transition="slide-up">
      {(style) => (
        <Paper
          component="section"
          aria-label={texts.selection.label}
          className={classes.bar}
          style={style}
          withBorder
          shadow="md"
        >
          <Group gap="xs" justify="center">
            <Text size="sm" fw={500} component="output" className={classes.count}>
              {texts.selection.count(keys.size, hiddenCount)}
            </Text>
            {selectAll && (
              <Button size="xs" px={6} variant="subtle" loading={selectAll.isLoading} onClick={selectAll.start}>
                {texts.selection.all(selectAll.total)}
              </Button>
            )}
            {actions.map(({ label, icon: ActionIcon, isDangerous, onClick }) => (
              <Button
                key={label}
                size="xs"
                {...(hasMenu && { visibleFrom: "sm" })}
                {...(isDangerous ? { color: "red" } : { variant: "default" })}
                disabled={keys.size === 0}
                leftSection={<ActionIcon size={14} aria-hidden />}
                onClick={onClick}
              >
                {label}
              </Button>
            ))}
            {hasMenu && <ActionsMenu actions={actions} isDisabled={keys.size === 0} />}
            <CloseButton aria-label={texts.selection.clear} onClick={selection.clear} />
          </Group>
        </Paper>
      )}
    </Transition>
  );
}

interface ActionsMenuProps {
  readonly actions: readonly SelectionAction[];
  readonly isDisabled: boolean;
}

function ActionsMenu({ actions, isDisabled }: ActionsMenuProps) {
  return (
    <Menu
      position="top-end"
      shadow="md"
      disabled={isDisabled}
      // A menu outside of the section would belong to no landmark.
      withinPortal={false}
      // A menu must contain only items.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button size="xs" hiddenFrom="sm" disabled={isDisabled} rightSection={<IconChevronUp size={14} aria-hidden />}>
          {texts.selection.actions}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ label, icon: ActionIcon, isDangerous, onClick }) => (
          <Menu.Item
            key={label}
            {...(isDangerous && { c: "var(--mantine-color-error)" })}
            leftSection={<ActionIcon size={14} aria-hidden />}
            onClick={onClick}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
