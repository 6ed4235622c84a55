import { IamError } from "@segment-iam/client";

/** Thrown instead of queueing a call behind so many others that something must be wrong. Nothing was sent. */
export class QueueFullError extends IamError {
  static override readonly iamBrand: string = "QueueFullError";
  declare readonly name: "QueueFullError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** How many calls were waiting. */
  declare readonly queued: number;

  constructor(operation: string, queued: number) {
    super(`${operation} was not sent: ${queued} calls wait for its rate limit; wait for some, or raise maxQueue`, {
      operation,
      queued,
    });
  }
}
