/** Converts text for comparisons that ignore case, accents and outer spaces. */
export function normalizeText(text: string): string {
  return text.trim().normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
