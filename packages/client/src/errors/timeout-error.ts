import { IamError } from "./iam-error.ts";

/** Thrown when an attempt, its body included, or a whole call took longer than allowed. */
export class TimeoutError extends IamError {
  override readonly name = "TimeoutError";
  /** The id of the operation that was called. */
  readonly operation: string;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** The time that was allowed, in milliseconds. */
  readonly timeoutMs: number;

  constructor(operation: string, attempts: number, timeoutMs: number, cause?: unknown) {
    super(`${operation} did not finish within ${timeoutMs} ms`, { cause });
    this.operation = operation;
    this.attempts = attempts;
    this.timeoutMs = timeoutMs;
  }
}
