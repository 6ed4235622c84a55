const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Returns a number in the range [0, 1). */
export type Random = () => number;

/** Creates a deterministic random number generator (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Hashes text to a seed (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

/** Returns an integer in the range [0, below). */
export function integerBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** All texts of two characters. Drawing two characters at once halves the time to create an ID. */
const PAIRS = Array.from(ALPHABET).flatMap((first) => Array.from(ALPHABET, (second) => first + second));

/** Creates an ID in the format of the API's user and group IDs, with 22 characters. */
export function createId(random: Random): string {
  // V8 copies concatenated strings of up to 12 characters. Longer ones are linked to their parts, which takes more memory.
  return createText(random, 6) + createText(random, 5);
}

function createText(random: Random, pairs: number): string {
  let text = "";
  for (let pair = 0; pair < pairs; pair += 1) text += PAIRS[integerBelow(random, PAIRS.length)];
  return text;
}
