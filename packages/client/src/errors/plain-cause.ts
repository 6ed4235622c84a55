import { withoutToken } from "../response/body-text.ts";
import { MAX_CAUSES } from "./iam-error.ts";

/**
 * Copies what was thrown as errors that hold nothing but text: name, message, code and stack, and the same of their causes.
 *
 * A `fetch` of the caller's own may throw anything: a request with all its headers, a message that quotes them, something
 * that cannot be cloned. None of that may come out of an error of ours.
 */
export function plainCause(thrown: unknown, secret: string | undefined, causes: number = MAX_CAUSES): Error {
  const { name, message = thrown, code, stack, cause } = Object(thrown);
  const text = (value: unknown) => withoutToken(`${value}`, secret);
  return Object.assign(
    new Error(text(message), cause && causes && { cause: plainCause(cause, secret, causes - 1) }),
    name && { name: text(name) },
    stack && { stack: text(stack) },
    /^[A-Z]\w+$/.test(code) && { code },
  );
}
