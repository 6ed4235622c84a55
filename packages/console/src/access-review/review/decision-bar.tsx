import { Button, CloseButton, Group, Paper, Text } from "@mantine/core";
import type { Selection } from "../../table/use-selection.ts";
import selectionClasses from "../../table/selection-bar.module.css";
import type { Decision } from "../comparison/review.ts";
import { texts } from "../texts.ts";
import { DecisionButtons } from "./decision-buttons.tsx";

/** Props of {@link DecisionBar}. */
export interface DecisionBarProps {
  readonly selection: Selection;
  readonly onDecide: (keys: Iterable<string>, decision: Decision | undefined) => void;
}

/** A floating bar that sets the decision of the selected rows that are shown. */
export function DecisionBar({ selection, onDecide }: DecisionBarProps) {
  const { keys, clear } = selection;
  if (keys.size === 0) return null;

  function decide(decision: Decision | undefined) {
    onDecide(keys, decision);
    clear();
  }

  return (
    <Paper
      component="section"
      aria-label={texts.review.selection}
      className={selectionClasses.bar ?? ""}
      withBorder
      shadow="md"
    >
      <Group gap="xs" justify="center">
        <Text size="sm" fw={500} component="output">
          {texts.review.selected(keys.size)}
        </Text>
        <DecisionButtons onChange={decide} />
        <Button size="xs" variant="subtle" color="gray" onClick={() => decide(undefined)}>
          {texts.review.clearDecision}
        </Button>
        <CloseButton aria-label={texts.review.clearSelection} onClick={clear} />
      </Group>
    </Paper>
  );
}
