import { Popover, RingProgress, Stack, Text, UnstyledButton } from "@mantine/core";
import { consoleOperations } from "../iam-api.ts";
import classes from "./rate-limit-button.module.css";
import { QuotaRow } from "./quota-row.tsx";
import { shareColor, shareLeft } from "./share-left.ts";
import { useTightestLimit } from "./use-tightest-limit.ts";

/** How much of Segment's quota is left: the tightest at a glance, each operation's behind it. */
export function QuotaButton() {
  const tightest = useTightestLimit(consoleOperations);
  const share = tightest ? shareLeft(tightest) : 1;
  const percent = Math.floor(share * 100);
  return (
    <Popover position="bottom-end" shadow="md" width={320} trapFocus withArrow>
      <Popover.Target>
        <UnstyledButton className={classes.button} aria-label={`Quota: ${percent}% left`}>
          <RingProgress
            size={24}
            thickness={4}
            roundCaps
            sections={[{ value: percent, color: shareColor(share) }]}
            aria-hidden
          />
          <Text size="sm" visibleFrom="xs">
            {`Quota ${percent}%`}
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Quota by operation" tabIndex={-1}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            What is left of the calls that Segment allows, by operation
          </Text>
          {consoleOperations.map((operation) => (
            <QuotaRow key={operation.id} operation={operation} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
