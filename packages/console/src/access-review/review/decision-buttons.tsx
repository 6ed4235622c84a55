import { Button, Group } from "@mantine/core";
import { IconCheck, IconFlag, IconUserX } from "@tabler/icons-react";
import { decisions, type Decision } from "../comparison/review.ts";
import { texts } from "../texts.ts";

/** The icon of each decision. */
export const decisionIcons = { approved: IconCheck, revoke: IconUserX, followUp: IconFlag };

/** Props of {@link DecisionButtons}. */
export interface DecisionButtonsProps {
  /** The current decision, whose button is pressed. Without it, no button is pressed. */
  readonly value?: Decision | undefined;
  readonly onChange: (decision: Decision) => void;
}

/** A button for each decision. */
export function DecisionButtons({ value, onChange }: DecisionButtonsProps) {
  return (
    <Group gap="xs">
      {decisions.map((decision) => {
        const Icon = decisionIcons[decision];
        return (
          <Button
            key={decision}
            size="xs"
            variant={value === decision ? "filled" : "default"}
            aria-pressed={value === decision}
            leftSection={<Icon size={14} aria-hidden />}
            onClick={() => onChange(decision)}
          >
            {texts.decide[decision]}
          </Button>
        );
      })}
    </Group>
  );
}
