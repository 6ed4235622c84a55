import { splitWords } from "../normalize-text.ts";

/** How well a text matches: at its start, at the start of a word, or elsewhere. */
type MatchRank = 0 | 1 | 2;

/** The best matches of a query, best first. */
export interface Matches<Item> {
  readonly items: readonly Item[];
  /** The rank of the first match; `Infinity` without a match. */
  readonly bestRank: number;
}

/**
 * Finds the items whose text contains every word of a query. Keeps the order of items that match equally well.
 *
 * @param textOf returns the text of an item, as returned by `normalizeText`
 * @param limit the maximum number of items to return
 */
export function findMatches<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
  limit: number,
): Matches<Item> {
  const words = splitWords(query);
  const byRank: readonly [Item[], Item[], Item[]] = [[], [], []];
  for (const item of items) {
    const rank = rankMatch(textOf(item), words);
    // Matches beyond the limit are never shown, so they are not kept.
    if (rank !== undefined && byRank[rank].length < limit) byRank[rank].push(item);
  }
  const bestRank = byRank.findIndex(({ length }) => length > 0);
  return { items: byRank.flat().slice(0, limit), bestRank: bestRank === -1 ? Infinity : bestRank };
}

function rankMatch(text: string, words: readonly string[]): MatchRank | undefined {
  if (!words.every((word) => text.includes(word))) return undefined;
  if (text.startsWith(words.join(" "))) return 0;
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`)) ? 1 : 2;
}
