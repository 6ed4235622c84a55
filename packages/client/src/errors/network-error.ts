import { IamError } from "./iam-error.ts";

/**
 * Thrown when no complete response arrived: the connection was refused, reset, or broke off in the body.
 *
 * Whether the API carried the request out is unknown, unless `cause` shows that it never left.
 */
export class NetworkError extends IamError {
  override readonly name = "NetworkError";
  /** The id of the operation that was called. */
  readonly operation: string;
  /** How many times the request was sent. */
  readonly attempts: number;

  constructor(operation: string, attempts: number, cause: unknown) {
    super(`${operation} got no complete response: ${reasonOf(cause)}`, { cause });
    this.operation = operation;
    this.attempts = attempts;
  }
}

/** Node's `fetch failed` says nothing: the reason is in the cause of the cause. */
function reasonOf(cause: unknown): string {
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return reason instanceof Error ? reason.message || reason.name : String(reason);
}
