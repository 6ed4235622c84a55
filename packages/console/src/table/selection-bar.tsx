import { Button, CloseButton, Group, Paper, Text, Transition } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { formatCount } from "../format.ts";
import classes from "./selection-bar.module.css";
import type { Selection } from "./use-selection.ts";

/** Props of {@link SelectionBar}. */
export interface SelectionBarProps {
  readonly selection: Selection;
  /** The label of the button, such as `Remove`. */
  readonly action: string;
  readonly onAction: () => void;
  /** The total number of rows, and a function that loads and selects them. Without it, the bar has no button for all rows. */
  readonly selectAll: { readonly total: number; readonly isLoading: boolean; readonly start: () => void } | undefined;
}

/** A floating bar with an action for the selected rows that are shown. */
export function SelectionBar({ selection, action, onAction, selectAll }: SelectionBarProps) {
  const { keys, hiddenCount } = selection;
  const hidden = hiddenCount > 0 && `${formatCount(hiddenCount)} hidden`;
  return (
    <Transition mounted={keys.size + hiddenCount > 0} transition="slide-up">
      {(style) => (
        <Paper component="section" aria-label="Selection" className={classes.bar} style={style} withBorder shadow="md">
          <Group gap="xs">
            <Text size="sm" fw={500} component="output" className={classes.count}>
              {[`${formatCount(keys.size)} selected`, hidden].filter(Boolean).join(", ")}
            </Text>
            {selectAll && (
              <Button size="xs" px={6} variant="subtle" loading={selectAll.isLoading} onClick={selectAll.start}>
                {`Select all ${formatCount(selectAll.total)}`}
              </Button>
            )}
            <Button
              size="xs"
              color="red"
              disabled={keys.size === 0}
              leftSection={<IconTrash size={14} aria-hidden />}
              onClick={onAction}
            >
              {action}
            </Button>
            <CloseButton aria-label="Clear selection" onClick={selection.clear} />
          </Group>
        </Paper>
      )}
    </Transition>
  );
}
