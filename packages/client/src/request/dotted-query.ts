/**
 * Writes a query parameter as the API documents it, with a `&` before each pair: objects are dotted by member, arrays by index.
 *
 * `("pagination", { count: 3 })` gives `&pagination.count=3`, and `("emails", ["a@example.com"])` gives `&emails.0=a%40example.com`.
 * What is `undefined` or `null` is left out; of an array with such an item nothing is written, for less of it would say something else.
 *
 * @throws {URIError} for a text with half a surrogate pair.
 */
export function dottedQuery(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return `&${encodeURIComponent(name)}=${encodeURIComponent(`${value}`)}`;
  let pairs = "";
  for (const [member, inner] of Object.entries(value)) {
    const pair = dottedQuery(`${name}.${member}`, inner);
    if (!pair && Array.isArray(value)) return "";
    pairs += pair;
  }
  return pairs;
}
