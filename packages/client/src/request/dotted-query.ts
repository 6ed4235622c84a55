/**
 * Writes a query parameter as the API documents it, with a `&` before each pair: objects are dotted by member, arrays by index.
 *
 * `("pagination", { count: 3 })` gives `&pagination.count=3`, and `("emails", ["a@example.com"])` gives `&emails.0=a%40example.com`.
 * What is `undefined` or `null` is left out.
 */
export function dottedQuery(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return `&${encodeURIComponent(name)}=${encodeURIComponent(`${value}`)}`;
  let pairs = "";
  for (const [member, inner] of Object.entries(value)) pairs += dottedQuery(`${name}.${member}`, inner);
  return pairs;
}
