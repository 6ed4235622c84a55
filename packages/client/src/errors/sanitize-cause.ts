import { redactToken } from "../token.ts";
import { MAX_CAUSES } from "./iam-error.ts";

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
