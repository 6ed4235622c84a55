import { redactToken } from "../token.ts";
import { IamError, MAX_CAUSES } from "./iam-error.ts";

/**
 * Thrown when no complete response arrived: the connection was refused, reset, or closed before the end of the body.
 *
 * It is unknown whether the API executed the request, unless `cause.code` shows that it was never sent. `cause` is a copy of what
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

/** A sanitized copy of a failure. */
export interface SanitizedCause extends Error {
  /** The system's error code, such as `ECONNREFUSED`, of the failure or of its first cause that has one. */
  readonly code?: string | undefined;
  readonly cause?: SanitizedCause;
}

/**
 * Copies a failure and its causes. Each copy has only text members: name, message, code and stack.
 *
 * A custom `fetch` may throw anything: a request with all its headers, a message that quotes them, a value that cannot be cloned. An
 * `IamError` must not contain such data. A code is copied only if it looks like `ECONNREFUSED`.
 */
export function sanitizeCause(
  thrown: unknown,
  secret: string | undefined,
  causes: number = MAX_CAUSES,
): SanitizedCause {
  const text = (value: unknown) => redactToken(`${value}`, secret);
  try {
    const { name, message = thrown, code, stack, cause } = Object(thrown);
    const inner = cause && causes ? sanitizeCause(cause, secret, causes - 1) : undefined;
    const knownCode = typeof code === "string" && /^[A-Z]\w{1,60}$/.test(code) ? code : inner?.code;
    return Object.assign(
      new Error(text(message), inner && { cause: inner }),
      name && { name: text(name) },
      stack && { stack: text(stack) },
      knownCode && { code: knownCode },
    );
  } catch {
    // A member that throws when it is read, or that has no text.
    return sanitizeCause("unreadable error", secret);
  }
}

/** Returns the code of a failure, such as `ECONNREFUSED`, or of its first cause that has one. A code contains no data from the request. */
export function codeOf(thrown: unknown): string | undefined {
  return sanitizeCause(thrown, undefined).code;
}
