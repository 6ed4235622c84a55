import { IamError } from "@segment-iam/client";

/** Thrown when the queue of a rate limit is full. The call was not sent. */
export class QueueFullError extends IamError {
  static override readonly iamBrand: string = "QueueFullError";
  declare readonly name: "QueueFullError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** How many attempts of the call were sent before, such as those that got a 429. */
  declare readonly attempts: number;
  /** How many calls were in the queue. */
  declare readonly queued: number;

  constructor(operation: string, attempts: number, queued: number) {
    super(
      `${operation} was not sent: ${queued} calls are queued for its rate limit. Retry later, or raise maxQueueSize`,
      {
        operation,
        attempts,
        queued,
      },
    );
  }
}

/** Thrown when a call would wait, or has waited, too long for a rate limit. The attempt was not sent. */
export class WaitTooLongError extends IamError {
  static override readonly iamBrand: string = "WaitTooLongError";
  declare readonly name: "WaitTooLongError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** How many attempts of the call were sent before, such as those that got a 429. */
  declare readonly attempts: number;
  /** The longest permitted wait in whole milliseconds: `maxWaitMs`, or the time left before the call's deadline if that is shorter. */
  declare readonly maxWaitMs: number;
  /** The estimated time until the call could be sent, in whole milliseconds. 0 if it cannot be estimated. */
  declare readonly retryAfterMs: number;

  constructor(operation: string, attempts: number, maxWaitMs: number, retryAfterMs: number) {
    const [longestMs, waitMs] = [Math.round(maxWaitMs), Math.ceil(retryAfterMs)];
    const retryTime = waitMs > 0 ? `in about ${waitMs} ms` : "later";
    super(`${operation} could not be sent within ${longestMs} ms because of its rate limit. Retry ${retryTime}`, {
      operation,
      attempts,
      maxWaitMs: longestMs,
      retryAfterMs: waitMs,
    });
  }
}
