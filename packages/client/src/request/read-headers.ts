/** A name (RFC 9110, 5.6.2), a line break, which neither may have, and a value (5.5) without the bytes that only some servers take. */
const HEADER = /^[\w!#-'*+.^`|~-]+\n[\t -~]*$/;

/**
 * Headers with their names in lower case, so that the same one given twice replaces itself. Values left `undefined` are left out.
 *
 * @param fail makes the error for a name or value that no header may have; it is not given the value, which may be a secret
 */
export function readHeaders(headers: object, fail: (name: string, reason: string) => Error): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === null) continue;
    if (!HEADER.test(`${name}\n${value}`)) throw fail(name, "cannot be sent in a header");
    read[name.toLowerCase()] = `${value}`;
  }
  return read;
}
