import { IamError } from "./iam-error.ts";

/** Thrown when an attempt or a whole call exceeds its time limit. An attempt includes the response body. */
export class TimeoutError extends IamError {
  static override readonly iamBrand: string = "TimeoutError";
  declare readonly name: "TimeoutError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** How many times the request was sent. */
  declare readonly attempts: number;
  /** The time limit, in milliseconds. */
  declare readonly timeoutMs: number;

  constructor(operation: string, attempts: number, timeoutMs: number, cause?: unknown) {
    super(`${operation} timed out after ${timeoutMs} ms`, { operation, attempts, timeoutMs, cause });
  }
}
