/**
 * Matches a header name (RFC 9110, 5.6.2) and a value (5.5), joined by a line break. The value is ASCII, because not all servers
 * accept other characters.
 */
const HEADER = /^[\w!#-'*+.^`|~-]+\n[\t -~]*$/;

/**
 * Returns headers with names in lower case, so that a later header replaces an earlier one of the same name. Omits `undefined` and `null`.
 *
 * @param fail creates the error for an invalid name or value. It does not receive the value, which may be a secret.
 */
export function readHeaders(headers: object, fail: (name: string, reason: string) => Error): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === null) continue;
    if (!HEADER.test(`${name}\n${value}`)) throw fail(name, "has invalid characters");
    read[name.toLowerCase()] = `${value}`;
  }
  return read;
}
