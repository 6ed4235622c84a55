/** A name (RFC 9110, 5.6.2), a line break, which neither may have, and a value (5.5) without the bytes that only some servers take. */
const HEADER = /^[\w!#$%&'*+.^`|~-]+\n[\t\x20-\x7e]*$/;

/**
 * Headers with their names in lower case, so that the same one given twice replaces itself. Values left `undefined` are left out.
 *
 * @throws what `fail` makes of a name or value that no header may have. The value is not repeated: it may be a secret.
 */
export function readHeaders(
  headers: Readonly<Record<string, unknown>>,
  fail: (name: string, reason: string) => Error,
): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === null) continue;
    if (!HEADER.test(`${name}\n${String(value)}`)) throw fail(name, "has a character no header may hold");
    read[name.toLowerCase()] = String(value);
  }
  return read;
}
