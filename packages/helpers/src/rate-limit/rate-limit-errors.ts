import { IamError } from "@segment-iam/client";

/** Thrown when too many calls already wait for the rate limit. The call was not sent. */
export class QueueFullError extends IamError {
  static override readonly iamBrand: string = "QueueFullError";
  declare readonly name: "QueueFullError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** How many calls were waiting. */
  declare readonly queued: number;

  constructor(operation: string, queued: number) {
    super(
      `${operation} was not sent: ${queued} calls are queued for its rate limit. Retry later, or raise maxQueueSize`,
      {
        operation,
        queued,
      },
    );
  }
}

/** Thrown when a call would wait, or has waited, too long for the rate limit. It was not sent, or not again. */
export class WaitTooLongError extends IamError {
  static override readonly iamBrand: string = "WaitTooLongError";
  declare readonly name: "WaitTooLongError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** How long the call could wait, in milliseconds. */
  declare readonly maxWaitMs: number;
  /** When to try again: the estimated time until the call could be sent, in milliseconds. */
  declare readonly retryAfterMs: number;

  constructor(operation: string, maxWaitMs: number, retryAfterMs: number) {
    super(
      `${operation} could not be sent within ${maxWaitMs} ms because of its rate limit. Retry in about ${Math.ceil(retryAfterMs)} ms`,
      { operation, maxWaitMs, retryAfterMs },
    );
  }
}
