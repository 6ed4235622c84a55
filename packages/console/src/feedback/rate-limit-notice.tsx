import { Alert, VisuallyHidden } from "@mantine/core";
import type { OperationDescriptor } from "@segment-iam/client";
import { useRateLimit } from "@segment-iam/react";
import { IconHourglass } from "@tabler/icons-react";
import classes from "./rate-limit-notice.module.css";
import { useCountdown } from "./use-countdown.ts";
import { waitEndMs } from "./wait-end.ts";

/** Which call waits. */
export interface WaitNoticeProps {
  readonly operation: OperationDescriptor;
  /** Whether a call is under way. A wait is only shown while one is. */
  readonly isBusy: boolean;
  /** What its last attempt failed with: the `failureReason` of a query or mutation. */
  readonly failure?: Error | null;
}

/**
 * Says that a call waits, because Segment asked for it or because the quota is used up, and counts down. Nobody has to do anything:
 * the call goes on by itself.
 */
export function WaitNotice({ operation, isBusy, failure = null }: WaitNoticeProps) {
  const { queued, resetAtMs } = useRateLimit(operation);
  const askedEndMs = waitEndMs(failure);
  const quotaEndMs = queued > 0 ? resetAtMs : undefined;
  const secondsLeft = useCountdown(isBusy ? (askedEndMs ?? quotaEndMs) : undefined);
  const reason = askedEndMs === undefined ? "The quota is used up: waiting" : "Segment asks to wait";
  return (
    <div aria-live="polite" className={classes.status}>
      {secondsLeft !== undefined && (
        <Alert color="yellow" icon={<IconHourglass />} py="sm">
          <span aria-hidden>{sentence(reason, secondsLeft)}</span>
          <VisuallyHidden>{sentence(reason, spokenSeconds(secondsLeft))}</VisuallyHidden>
        </Alert>
      )}
    </div>
  );
}

function sentence(reason: string, secondsLeft: number): string {
  return secondsLeft > 0 ? `${reason} ${secondsLeft} s; trying again by itself` : "The wait is over; trying again";
}

/** Rounded up to tens: a live region that changed every second would never let a screen reader finish. */
function spokenSeconds(secondsLeft: number): number {
  return Math.ceil(secondsLeft / 10) * 10;
}
