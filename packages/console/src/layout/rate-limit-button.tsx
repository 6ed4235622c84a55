import { Group, Popover, Progress, RingProgress, Stack, Text, UnstyledButton } from "@mantine/core";
import type { OperationDescriptor } from "@segment-iam/client";
import type { RateLimitState } from "@segment-iam/helpers/rate-limit";
import { useRateLimit } from "@segment-iam/react";
import { useSyncExternalStore } from "react";
import { useCountdown } from "../feedback/use-countdown.ts";
import { consoleOperations } from "../iam-api.ts";
import { limiter } from "../iam.ts";
import classes from "./header.module.css";

/** Shows the lowest remaining rate limit. A popover lists the remaining requests of each operation. */
export function RateLimitButton() {
  const share = useSyncExternalStore(subscribe, lowestRemainingShare);
  const percent = Math.floor(share * 100);
  const label = `Rate limit: ${percent}% left`;
  return (
    <Popover position="bottom-end" shadow="md" width={320} trapFocus withArrow>
      <Popover.Target>
        <UnstyledButton className={classes.rateLimit} aria-label={label}>
          <RingProgress
            size={24}
            thickness={4}
            roundCaps
            sections={[{ value: percent, color: shareColor(share) }]}
            aria-hidden
          />
          <Text size="sm" visibleFrom="xs">
            {label}
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Rate limits" tabIndex={-1}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Requests left for each operation
          </Text>
          {consoleOperations.map((operation) => (
            <RateLimitRow key={operation.id} operation={operation} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The requests left for one operation. Renders nothing until the API has reported them. */
function RateLimitRow({ operation }: { readonly operation: OperationDescriptor }) {
  const state = useRateLimit(operation);
  const secondsLeft = useCountdown(state.resetAtMs);
  if (state.remaining === undefined || state.limit === undefined) return null;
  const label = sentenceCase(operation.id);
  const share = remainingShare(state);
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm">{label}</Text>
        <Text size="xs" c="dimmed">
          {`${state.remaining} of ${state.limit}`}
          {secondsLeft !== undefined && secondsLeft > 0 && `, resets in ${secondsLeft} s`}
        </Text>
      </Group>
      <Progress value={share * 100} color={shareColor(share)} size="sm" aria-label={`${label}: requests left`} />
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  const unsubscribes = consoleOperations.map((operation) => limiter.subscribe(operation, listener));
  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

function lowestRemainingShare(): number {
  return Math.min(...consoleOperations.map((operation) => remainingShare(limiter.state(operation))));
}

/** Returns the remaining share of a rate limit from 0 to 1; 1 while it is unknown. */
function remainingShare({ limit, remaining }: RateLimitState): number {
  return limit && remaining !== undefined ? Math.min(1, remaining / limit) : 1;
}

function shareColor(share: number): string {
  if (share > 0.5) return "evergreen";
  return share > 0.15 ? "yellow.7" : "red";
}

/** Turns `listUsers` into `List users`. */
function sentenceCase(operationId: string): string {
  const words = operationId.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
