import { IamError } from "./iam-error.ts";
import { sanitizeCause, type SanitizedCause } from "./sanitize-cause.ts";

/**
 * Thrown when no complete response arrived: the connection was refused, reset, or closed before the end of the body.
 *
 * It is unknown whether the API carried out the request, unless `cause.code` shows that it was never sent. `cause` is a copy of what
 * `fetch` threw, with the name, message, code and stack of the error and of each nested cause.
 */
export class NetworkError extends IamError {
  static override readonly iamBrand: string = "NetworkError";
  declare readonly name: "NetworkError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** How many times the request was sent. */
  declare readonly attempts: number;
  /** A copy of what `fetch` threw; `undefined` if the error was revived from data without a cause. */
  declare readonly cause?: SanitizedCause;

  /** @param secret the token, which is replaced wherever the cause quotes it */
  constructor(operation: string, attempts: number, thrown: unknown, secret?: string) {
    const cause = sanitizeCause(thrown, secret);
    // The message of Node's error is only `fetch failed`. Its cause has the reason.
    const reason = cause.cause ?? cause;
    super(
      `${operation} failed after ${attempts} attempt${attempts === 1 ? "" : "s"}: ${reason.message || reason.name}`,
      { operation, attempts, cause },
    );
  }
}
