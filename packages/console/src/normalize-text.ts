/** Converts text for comparisons that ignore case, accents and outer spaces. */
export function normalizeText(text: string): string {
  return text.trim().normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Returns the words of a search, to find in texts returned by {@link normalizeText}. */
export function splitWords(search: string): string[] {
  return normalizeText(search).split(/\s+/).filter(Boolean);
}
