/** Formats a number with thousands separators: `1,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}

/** The singular and the plural of a noun, such as `["user", "users"]`. */
export type Noun = readonly [singular: string, plural: string];

/** Formats a number with its noun: `1 user`, `1,000 users`. */
export function formatQuantity(count: number, [singular, plural]: Noun): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** Formats an estimated duration: `about 20 s`, `about 3 min`. */
export function formatEta(etaMs: number): string {
  const seconds = Math.ceil(etaMs / 1_000);
  return seconds < 90 ? `about ${seconds} s` : `about ${Math.round(seconds / 60)} min`;
}

/** Formats how long ago something happened: `just now`, `2 min ago`, `3 h ago`. */
export function formatAge(ageMs: number): string {
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 1) return "just now";
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}
