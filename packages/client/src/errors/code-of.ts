import { plainCause } from "./plain-cause.ts";

/** The code of a failure, such as `ECONNREFUSED`, or of the first of its causes that has one; it never has anything of the request. */
export function codeOf(thrown: unknown): string | undefined {
  return plainCause(thrown, undefined).code;
}
