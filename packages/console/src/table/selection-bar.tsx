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
}

/** A floating bar with an action for the selected rows. */
export function SelectionBar({ selection, action, onAction }: SelectionBarProps) {
  const count = selection.keys.size;
  return (
    <Transition mounted={count > 0} transition="slide-up">
      {(style) => (
        <Paper component="section" aria-label="Selection" className={classes.bar} style={style} withBorder shadow="md">
          <Group gap="sm" wrap="nowrap">
            <Text size="sm" fw={500} component="output" className={classes.count}>
              {`${formatCount(count)} selected`}
            </Text>
            <Button size="xs" color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={onAction}>
              {action}
            </Button>
            <CloseButton aria-label="Clear selection" onClick={() => selection.replace([])} />
          </Group>
        </Paper>
      )}
    </Transition>
  );
}
