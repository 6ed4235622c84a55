/**
 * Writes query parameters as the API documents them: objects dotted by member, arrays dotted by index.
 *
 * `{ pagination: { count: 3 }, emails: ["a@example.com"] }` gives `pagination.count=3&emails.0=a%40example.com`.
 * Members that are `undefined` or `null` are left out.
 */
export function dottedQuery(query: object): string {
  return pairs("", query).slice(1);
}

function pairs(prefix: string, members: object): string {
  let text = "";
  for (const [member, value] of Object.entries(members)) {
    const name = prefix + encodeURIComponent(member);
    if (value === undefined || value === null) continue;
    text += typeof value === "object" ? pairs(`${name}.`, value) : `&${name}=${encodeURIComponent(value)}`;
  }
  return text;
}
