/**
 * Writes query parameters as the API documents them: objects dotted by member, arrays dotted by index.
 *
 * `{ pagination: { count: 3 }, emails: ["a@example.com"] }` gives `pagination.count=3&emails.0=a%40example.com`.
 * Members that are `undefined` or `null` are left out.
 */
export function dottedQuery(query: Readonly<Record<string, unknown>>): string {
  const pairs: string[] = [];
  append(pairs, "", query);
  return pairs.join("&");
}

function append(pairs: string[], prefix: string, members: object): void {
  for (const [member, value] of Object.entries(members)) {
    const name = prefix + encodeURIComponent(member);
    if (value === undefined || value === null) continue;
    if (typeof value === "object") append(pairs, `${name}.`, value);
    else pairs.push(`${name}=${encodeURIComponent(String(value))}`);
  }
}
