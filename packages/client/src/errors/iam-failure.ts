import type { ApiError, InvalidResponseError } from "./response-errors.ts";
import type { IamError } from "./iam-error.ts";
import type { InputError } from "./request-errors.ts";
import type { NetworkError, CallTimeoutError } from "./transport-errors.ts";

/**
 * A `QueueFullError` of `rateLimit()` in `@segment-iam/helpers`. Only its type is here, because the client does not depend on limiters.
 */
export interface QueueFullFailure extends IamError {
  readonly name: "QueueFullError";
  /** The id of the operation. */
  readonly operation: string;
  /** How many attempts of the call were sent before, such as those that got a 429. */
  readonly attempts: number;
  /** How many calls were in the queue. */
  readonly queued: number;
}

/** A `WaitTooLongError` of `rateLimit()` in `@segment-iam/helpers`. */
export interface WaitTooLongFailure extends IamError {
  readonly name: "WaitTooLongError";
  /** The id of the operation. */
  readonly operation: string;
  /** How many attempts of the call were sent before, such as those that got a 429. */
  readonly attempts: number;
  /** The longest permitted wait in milliseconds. */
  readonly maxWaitMs: number;
  /** The estimated time until the call could be sent, in milliseconds. 0 if it cannot be estimated. */
  readonly retryAfterMs: number;
}

/** A `CursorLoopError` of the pagination in `@segment-iam/helpers`, which infinite queries of `@segment-iam/react` use. */
export interface CursorLoopFailure extends IamError {
  readonly name: "CursorLoopError";
  /** The id of the operation. */
  readonly operation: string;
  /** The repeated cursor. */
  readonly cursor: string;
}

/**
 * The errors that a call can reject with; `name` discriminates them.
 *
 * Not included: the signal's reason after an abort, errors of other interceptors or of a token function, and a `ConfigError` for a wrong
 * configuration, such as a token function that returns no token.
 */
export type IamFailure =
  | ApiError
  | InputError
  | InvalidResponseError
  | NetworkError
  | CallTimeoutError
  | QueueFullFailure
  | WaitTooLongFailure
  | CursorLoopFailure;
