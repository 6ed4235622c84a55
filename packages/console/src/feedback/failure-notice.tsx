import { Alert, Button, Group, List } from "@mantine/core";
import type { IamFailure } from "@segment-iam/client";
import { IconAlertCircle } from "@tabler/icons-react";
import { explain } from "./explain-failure.ts";
import { useCountdown } from "./use-countdown.ts";
import { waitEndMs } from "./wait-end.ts";

/** What failed, and how to go on. */
export interface FailureNoticeProps {
  /** What a call failed with for good. */
  readonly failure: IamFailure;
  /** What was to be done, such as `Users could not be loaded`. */
  readonly title: string;
  /** What it means and what to do. @default what `explain` says of the failure */
  readonly advice?: string;
  /** What Segment said in particular. @default all that it said */
  readonly details?: readonly string[];
  /** Tries again; left out, there is no button. */
  readonly onRetry?: (() => void) | undefined;
}

/** Says why something failed. When Segment asked to wait, the button waits as well. */
export function FailureNotice({ failure, title, onRetry, ...said }: FailureNoticeProps) {
  const secondsLeft = useCountdown(waitEndMs(failure)) ?? 0;
  const { advice, details } = { ...explain(failure), ...said };
  return (
    <Alert role="alert" color="red" icon={<IconAlertCircle />} title={title}>
      {advice}
      {details.length > 0 && (
        <List size="sm" mt={4}>
          {details.map((detail) => (
            <List.Item key={detail}>{detail}</List.Item>
          ))}
        </List>
      )}
      {onRetry && (
        <Group mt="sm">
          <Button size="xs" variant="default" disabled={secondsLeft > 0} onClick={onRetry}>
            {secondsLeft > 0 ? `Try again in ${secondsLeft} s` : "Try again"}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
