import { Alert, Button, Group, List } from "@mantine/core";
import type { IamFailure } from "@segment-iam/client";
import { IconAlertCircle } from "@tabler/icons-react";
import { explain } from "./explain.ts";
import { useCountdown } from "./use-countdown.ts";
import { waitEndMs } from "./wait-end.ts";

/** What failed, and how to go on. */
export interface FailureNoticeProps {
  /** What a call failed with for good. */
  readonly failure: IamFailure;
  /** What was to be done, such as `Users could not be loaded`. */
  readonly title: string;
  /** What Segment complained of, where only a part of it is to be shown here. @default all of it */
  readonly complaints?: readonly string[] | undefined;
  /** Tries again; left out, there is no button. */
  readonly onRetry?: (() => void) | undefined;
}

/** Says why something failed. When Segment asked to wait, the button waits as well. */
export function FailureNotice({ failure, title, complaints, onRetry }: FailureNoticeProps) {
  const secondsLeft = useCountdown(waitEndMs(failure)) ?? 0;
  const { advice, details } = explain(failure);
  const listed = complaints ?? details;
  return (
    <Alert role="alert" color="red" icon={<IconAlertCircle />} title={title}>
      {advice}
      {listed.length > 0 && (
        <List size="sm" mt={4}>
          {listed.map((complaint) => (
            <List.Item key={complaint}>{complaint}</List.Item>
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
