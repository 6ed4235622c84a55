import { IamError } from "@segment-iam/client";

/** Thrown when the queue of a rate limit is full. The call was not sent. */
export class QueueFullError extends IamError {
  static override readonly iamBrand: string = "QueueFullError";
  declare readonly name: "QueueFullError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** How many calls were in the queue. */
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

/** Thrown when a call would wait, or has waited, too long for a rate limit. The attempt was not sent. */
export class WaitTooLongError extends IamError {
  static override readonly iamBrand: string = "WaitTooLongError";
  declare readonly name: "WaitTooLongError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** The longest permitted wait in milliseconds: `maxWaitMs`, or the time left before the call's deadline if that is shorter. */
  declare readonly maxWaitMs: number;
  /** The estimated time until the call could be sent, in milliseconds. 0 if it cannot be estimated. */
  declare readonly retryAfterMs: number;

  constructor(operation: string, maxWaitMs: number, retryAfterMs: number) {
    const retryTime = retryAfterMs > 0 ? `in about ${Math.ceil(retryAfterMs)} ms` : "later";
    super(`${operation} could not be sent within ${maxWaitMs} ms because of its rate limit. Retry ${retryTime}`, {
      operation,
      maxWaitMs,
      retryAfterMs,
    });
  }
}
