import { IamError } from "@segment-iam/client";

/** Thrown when a call's turn under the rate limit would come, or has come, too late. It was not sent, or not again. */
export class WaitTooLongError extends IamError {
  static override readonly iamBrand: string = "WaitTooLongError";
  declare readonly name: "WaitTooLongError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** How long a call may wait, in milliseconds. */
  declare readonly maxWaitMs: number;
  /** When to come back: the time until this call's turn as far as it can be foreseen, in milliseconds. */
  declare readonly retryAfterMs: number;

  constructor(operation: string, maxWaitMs: number, retryAfterMs: number) {
    super(
      `${operation} cannot wait for its rate limit: that needs about ${Math.ceil(retryAfterMs)} ms, and it may wait ${maxWaitMs}`,
      { operation, maxWaitMs, retryAfterMs },
    );
  }
}
