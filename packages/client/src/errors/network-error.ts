import { IamError } from "./iam-error.ts";
import { plainCause, type PlainCause } from "./plain-cause.ts";

/**
 * Thrown when no complete response arrived: the connection was refused, reset, or broke off in the body.
 *
 * Whether the API carried the request out is unknown, unless `cause` shows that it never left. The cause is a copy: its name,
 * message, code and stack, and those of its own causes. Its code, such as `ECONNREFUSED`, is that of the first of them that has one.
 */
export class NetworkError extends IamError {
  static override readonly iamBrand: string = "NetworkError";
  declare readonly name: "NetworkError";
  /** The id of the operation that was called. */
  declare readonly operation: string;
  /** How many times the request was sent. */
  declare readonly attempts: number;
  /** What was thrown; an error that was revived from data without it has none. */
  declare readonly cause?: PlainCause;

  /** @param secret what must not come out of the cause, whatever it quotes: the token */
  constructor(operation: string, attempts: number, thrown: unknown, secret?: string) {
    const cause = plainCause(thrown, secret);
    // Node's `fetch failed` says nothing: the reason is in the cause of the cause.
    const reason = cause.cause ?? cause;
    super(`${operation} got no complete response: ${reason.message || reason.name}`, { operation, attempts, cause });
  }
}
