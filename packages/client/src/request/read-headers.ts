/** Headers as `fetch` accepts them: plain data, a `Headers`, or pairs of names and values. */
export type HeadersInput =
  | Readonly<Record<string, string | undefined>>
  | Headers
  | Iterable<readonly [name: string, value: string]>;

/**
 * Matches a header name (RFC 9110, 5.6.2) and a value (5.5), joined by a line break. The value is ASCII, because not all servers
 * accept other characters.
 */
const HEADER = /^[\w!#-'*+.^`|~-]+\n[\t -~]*$/;

/**
 * Returns headers with names in lower case. In an object, a later header replaces an earlier one whose name differs only in case. In a list,
 * the values of a repeated name are joined with commas. Omits `undefined` and `null`.
 *
 * @param fail creates the error for an invalid name or value. It does not receive the value, which may be a secret.
 */
export function readHeaders(headers: object, fail: (name: string, reason: string) => Error): Record<string, string> {
  const read: Record<string, string> = {};
  const isList = Symbol.iterator in headers;
  for (const [name, value] of isList ? (headers as Iterable<[string, unknown]>) : Object.entries(headers)) {
    if (value === undefined || value === null) continue;
    if (!HEADER.test(`${name}\n${value}`)) throw fail(name, "has invalid characters");
    const key = name.toLowerCase();
    read[key] = isList && Object.hasOwn(read, key) ? `${read[key]}, ${value}` : `${value}`;
  }
  return read;
}
