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
    super(`${operation} was not sent: ${queued} calls wait for its rate limit. Wait for some, or raise maxQueueSize`, {
      operation,
      queued,
    });
  }
}

/** Thrown when a call would wait, or has waited, too long for a rate limit. The attempt was not sent. */
export class WaitTooLongError extends IamError {
  static override readonly iamBrand: string = "WaitTooLongError";
  declare readonly name: "WaitTooLongError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** The longest wait that the call allowed, in milliseconds. */
  declare readonly maxWaitMs: number;
  /** When to try again: the estimated time until the call could be sent, in milliseconds. */
  declare readonly retryAfterMs: number;

  constructor(operation: string, maxWaitMs: number, retryAfterMs: number) {
    super(
      `${operation} cannot wait for its rate limit: it needs about ${Math.ceil(retryAfterMs)} ms, and maxWaitMs is ${maxWaitMs}`,
      { operation, maxWaitMs, retryAfterMs },
    );
  }
}
