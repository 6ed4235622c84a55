import { Alert, Button, Group } from "@mantine/core";
import type { IamFailure } from "@segment-iam/client";
import { IconAlertCircle } from "@tabler/icons-react";
import { explainFailure, type FailureExplanation } from "./explain-failure.ts";
import { texts } from "./texts.ts";
import { retryAtMs, useCountdown } from "./use-countdown.ts";

/** Props of {@link FailureNotice}. */
export interface FailureNoticeProps {
  readonly failure: IamFailure;
  /** What failed, such as `Could not load users`. */
  readonly title: string;
  /** @default the explanation of the failure */
  readonly explanation?: FailureExplanation | undefined;
  /** Retries the request. The retry button is hidden without it. */
  readonly onRetry?: (() => void) | undefined;
}

/** Explains a failed request. The retry button is disabled until the server allows a retry. */
export function FailureNotice({ failure, title, explanation, onRetry }: FailureNoticeProps) {
  const secondsLeft = useCountdown(retryAtMs(failure)) ?? 0;
  const { message, details } = explanation ?? explainFailure(failure);
  return (
    <Alert role="alert" color="red" icon={<IconAlertCircle />} title={title}>
      {message}
      {details.length > 0 && (
        // Mantine's list is too large for the initial bundle.
        <ul style={{ margin: "4px 0 0", paddingInlineStart: "1.25rem" }}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {onRetry && (
        <Group mt="sm">
          <Button size="xs" variant="default" disabled={secondsLeft > 0} onClick={onRetry}>
            {secondsLeft > 0 ? texts.tryAgainIn(secondsLeft) : texts.tryAgain}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
