/** Two names at least this alike can be taken for one that was renamed. */
const ALIKE = 0.8;

/** What equal contents add to the likeness of names. */
const SAME_CONTENTS = 0.25;

/** What can be taken for renamed: a name, and a text that is equal for equal contents. */
export interface Renamable {
  name: string;
  contents: string;
}

/** Guesses which of the removed things came back under another name, the surest first. Each is used once. */
export function guessRenames<T extends Renamable>(removed: readonly T[], added: readonly T[]): [before: T, after: T][] {
  const scored = removed.flatMap((before) =>
    added.map((after) => ({ before, after, score: likeness(before, after) })).filter(({ score }) => score >= ALIKE),
  );
  const renames = new Map<T, T>();
  const used = new Set<T>();
  for (const { before, after } of scored.toSorted((a, b) => b.score - a.score)) {
    if (renames.has(before) || used.has(after)) continue;
    renames.set(before, after);
    used.add(after);
  }
  return [...renames];
}

function likeness(before: Renamable, after: Renamable): number {
  const names = Math.max(sharedWords(before.name, after.name), sharedLetters(before.name, after.name));
  return names + (before.contents === after.contents ? SAME_CONTENTS : 0);
}

/** The share of words that two names have in common: `email` and `emailAddress` share two of three. */
function sharedWords(a: string, b: string): number {
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

/** The share of letters that stay when one name is typed over into the other. */
function sharedLetters(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  // Comparing takes time in the square of the length, and nobody renames such a thing by a letter.
  return longest === 0 || longest > 100 ? 0 : 1 - editsBetween(a.toLowerCase(), b.toLowerCase()) / longest;
}

function editsBetween(a: string, b: string): number {
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
