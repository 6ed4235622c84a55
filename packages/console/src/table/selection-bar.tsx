import { Button, CloseButton, Group, Paper, Text, Transition } from "@mantine/core";
import { ActionButtons, type Action } from "../layout/action-buttons.tsx";
import classes from "./selection-bar.module.css";
import { texts } from "./texts.ts";
import type { Selection } from "./use-selection.ts";

/** Props of {@link SelectionBar}. */
export interface SelectionBarProps {
  readonly selection: Selection;
  readonly actions: readonly Action[];
  /** The total number of rows, and a function that loads and selects them. Without it, the bar has no button for all rows. */
  readonly selectAll?: { readonly total: number; readonly isLoading: boolean; readonly start: () => void } | undefined;
}

/** A floating bar with actions for the selected rows that are shown. */
export function SelectionBar({ selection, actions, selectAll }: SelectionBarProps) {
  const { keys, hiddenCount } = selection;
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
            <ActionButtons
              actions={actions}
              menuLabel={texts.selection.actions}
              size="xs"
              isDisabled={keys.size === 0}
            />
            <CloseButton aria-label={texts.selection.clear} onClick={selection.clear} />
          </Group>
        </Paper>
      )}
    </Transition>
  );
}
