const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Gives numbers from 0 up to, and without, 1. */
export type Random = () => number;

/** A generator that gives the same numbers for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed made from a text (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

/** A whole number from 0 up to, and without, `below`. */
export function integerBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** An ID such as the API's users and groups have. */
export function createId(random: Random): string {
  return Array.from({ length: 22 }, () => ALPHABET[integerBelow(random, ALPHABET.length)]).join("");
}
