import { IamError } from "./iam-error.ts";

/**
 * Thrown when an attempt or a whole call exceeds its time limit. An attempt includes the response body.
 *
 * A call with a signal of `AbortSignal.timeout()` rejects with that signal's reason instead: a `DOMException` named `TimeoutError`.
 */
export class CallTimeoutError extends IamError {
  static override readonly iamBrand: string = "CallTimeoutError";
  declare readonly name: "CallTimeoutError";
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
