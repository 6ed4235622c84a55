import { Alert, VisuallyHidden } from "@mantine/core";
import type { OperationDescriptor } from "@segment-iam/client";
import { useRateLimit } from "@segment-iam/react";
import { IconHourglass } from "@tabler/icons-react";
import classes from "./rate-limit-notice.module.css";
import { texts } from "./texts.ts";
import { retryAtMs, useCountdown } from "./use-countdown.ts";

/** Props of {@link RateLimitNotice}. */
export interface RateLimitNoticeProps {
  readonly operation: OperationDescriptor;
  /** Whether a request is in flight or queued. The notice is hidden otherwise. */
  readonly isBusy: boolean;
  /** The error of the last attempt: the `failureReason` of a query or mutation. */
  readonly failure?: Error | null;
}

/** Counts down while a request waits for the rate limit or for `Retry-After`. The request then continues automatically. */
export function RateLimitNotice({ operation, isBusy, failure = null }: RateLimitNoticeProps) {
  const { queued, resetAtMs } = useRateLimit(operation);
  const retryMs = retryAtMs(failure);
  const queueEndMs = queued > 0 ? resetAtMs : undefined;
  const secondsLeft = useCountdown(isBusy ? (retryMs ?? queueEndMs) : undefined);
  const isUnavailable = failure !== null && "status" in failure && failure.status !== 429;
  const reason = isUnavailable ? texts.wait.unavailable : texts.wait.rateLimit;
  return (
    <div aria-live="polite" className={classes.status}>
      {secondsLeft !== undefined && (
        <Alert color="yellow" icon={<IconHourglass />} py="sm">
          <span aria-hidden>{waitMessage(reason, secondsLeft)}</span>
          <VisuallyHidden>{waitMessage(reason, spokenSeconds(secondsLeft))}</VisuallyHidden>
        </Alert>
      )}
    </div>
  );
}

function waitMessage(reason: string, secondsLeft: number): string {
  return secondsLeft > 0 ? texts.wait.retryingIn(reason, secondsLeft) : texts.wait.retryingNow;
}

/** Rounds up to tens. A live region that changes every second interrupts a screen reader. */
function spokenSeconds(secondsLeft: number): number {
  return Math.ceil(secondsLeft / 10) * 10;
}
