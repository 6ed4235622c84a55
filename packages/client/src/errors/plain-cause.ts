import { withoutToken } from "../response/body-text.ts";
import { MAX_CAUSES } from "./iam-error.ts";

/** What was thrown, as nothing but text. */
export interface PlainCause extends Error {
  /** The system's word for it, such as `ECONNREFUSED`; of the first cause that has one, where what was thrown has none. */
  readonly code?: string | undefined;
  readonly cause?: PlainCause;
}

/**
 * Copies what was thrown as errors that hold nothing but text: name, message, code and stack, and the same of their causes.
 *
 * A `fetch` of the caller's own may throw anything: a request with all its headers, a message that quotes them, something
 * that cannot be cloned. None of that may come out of an error of ours. A code is a word of the system's, never more of a text.
 */
export function plainCause(thrown: unknown, secret: string | undefined, causes: number = MAX_CAUSES): PlainCause {
  const { name, message = thrown, code, stack, cause } = Object(thrown);
  const text = (value: unknown) => withoutToken(`${value}`, secret);
  const inner = cause && causes ? plainCause(cause, secret, causes - 1) : undefined;
  return Object.assign(
    new Error(text(message), inner && { cause: inner }),
    name && { name: text(name) },
    stack && { stack: text(stack) },
    { code: typeof code === "string" && /^[A-Z]\w{1,60}$/.test(code) ? code : inner?.code },
  );
}
