import { ConfigError } from "../errors/config-error.ts";
import { InputError } from "../errors/input-error.ts";

/** A name (RFC 9110, 5.6.2), a line break, which neither may have, and a value (5.5) without the bytes that only some servers take. */
const HEADER = /^[\w!#-'*+.^`|~-]+\n[\t -~]*$/;

/**
 * Headers with their names in lower case, so that the same one given twice replaces itself. Values left `undefined` are left out.
 *
 * @param operation whose headers they are; `undefined` for those of a client
 * @throws {InputError | ConfigError} for a name or value that no header may have. The value is not repeated: it may be a secret.
 */
export function readHeaders(headers: object = {}, operation?: string): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === null) continue;
    if (!HEADER.test(`${name}\n${value}`)) {
      const reason = "has a character no header may hold";
      throw operation ? new InputError(operation, name, reason) : new ConfigError(`${name} ${reason}`);
    }
    read[name.toLowerCase()] = `${value}`;
  }
  return read;
}
