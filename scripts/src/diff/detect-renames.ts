/** The minimum similarity of a removed and an added item to count as renamed. */
const MIN_SIMILARITY = 0.8;

/** Added to the similarity of names if the contents are equal. */
const EQUAL_CONTENTS_BONUS = 0.25;

/** Longer names are not compared by letters, because the edit distance takes quadratic time. */
const MAX_COMPARED_LENGTH = 100;

/** An item that may have been renamed. */
export interface RenameCandidate {
  name: string;
  /** Equal for items with equal contents. */
  fingerprint: string;
}

/** Pairs removed items with added items that have similar names, the most similar first. Uses each item at most once. */
export function detectRenames<T extends RenameCandidate>(
  removed: readonly T[],
  added: readonly T[],
): [before: T, after: T][] {
  const scored = removed
    .flatMap((before) => added.map((after) => ({ before, after, score: similarity(before, after) })))
    .filter(({ score }) => score >= MIN_SIMILARITY);
  const renames = new Map<T, T>();
  const used = new Set<T>();
  for (const { before, after } of scored.toSorted((a, b) => b.score - a.score)) {
    if (renames.has(before) || used.has(after)) continue;
    renames.set(before, after);
    used.add(after);
  }
  return [...renames];
}

function similarity(before: RenameCandidate, after: RenameCandidate): number {
  const names = Math.max(wordSimilarity(before.name, after.name), letterSimilarity(before.name, after.name));
  return names + (before.fingerprint === after.fingerprint ? EQUAL_CONTENTS_BONUS : 0);
}

/** Returns the Dice coefficient of the words of two names: 2/3 for `email` and `emailAddress`. */
function wordSimilarity(a: string, b: string): number {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const shared = words.filter((word) => others.includes(word)).length;
  return (2 * shared) / Math.max(1, words.length + others.length);
}

function wordsOf(name: string): string[] {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** Returns the Levenshtein similarity of two names, from 0 to 1. Ignores case. */
function letterSimilarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0 || longest > MAX_COMPARED_LENGTH) return 0;
  return 1 - editDistance(a.toLowerCase(), b.toLowerCase()) / longest;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
