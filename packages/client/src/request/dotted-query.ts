/**
 * Writes query parameters as the API documents them: objects dotted by member, arrays dotted by index.
 *
 * `{ pagination: { count: 3 }, emails: ["a@example.com"] }` gives `pagination.count=3&emails.0=a%40example.com`.
 * Members that are `undefined` or `null` are left out.
 */
export function dottedQuery(query: Record<string, unknown>): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) append(pairs, encodeURIComponent(name), value);
  return pairs.join("&");
}

function append(pairs: string[], name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (value instanceof Date) {
    pairs.push(`${name}=${encodeURIComponent(value.toISOString())}`);
  } else if (typeof value === "object") {
    for (const [member, inner] of Object.entries(value)) append(pairs, `${name}.${encodeURIComponent(member)}`, inner);
  } else {
    pairs.push(`${name}=${encodeURIComponent(String(value))}`);
  }
}
