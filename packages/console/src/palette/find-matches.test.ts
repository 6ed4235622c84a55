import fc from "fast-check";
import { expect, it } from "vitest";
import { normalizeText } from "../normalize-text.ts";
import { findMatches } from "./find-matches.ts";

const people = [
  "Grace Hopper grace@example.com",
  "Ada Lovelace ada@example.com",
  "Léa Gray lea@example.org",
  "Bo bo.gra@x.y",
];

const find = (items: readonly string[], query: string, limit = 10) => findMatches(items, query, normalizeText, limit);

it.each([
  ["the start of a text", "grace", [0], 0],
  ["the start of a word before other parts of words", "gra", [0, 2, 3], 0],
  ["the start of a second word", "love", [1], 1],
  ["a part of a word", "xample.org", [2], 2],
  ["words in any order", "hopper grace", [0], 1],
  ["text in another case, without accents", "LEA", [2], 0],
  ["nothing", "grace love", [], Infinity],
])("matches %s", (_, query, indexes, bestRank) => {
  expect(find(people, query)).toEqual({ items: indexes.map((index) => people[index]), bestRank });
});

it("returns at most the limit, all of which match, and no worse match before a better one", () => {
  const words = fc.constantFrom("a", "ab", "abc", "b", "ba", "c ab");
  fc.assert(
    fc.property(fc.array(words), words, fc.integer({ min: 1, max: 4 }), (items, query, limit) => {
      const all = find(items, query, items.length + 1).items;
      const { items: found, bestRank } = find(items, query, limit);
      expect(found).toEqual(all.slice(0, limit));
      expect(all.toSorted()).toEqual(
        items.filter((item) => query.split(" ").every((w) => item.includes(w))).toSorted(),
      );
      const ranks = found.map((item) => find([item], query).bestRank);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(ranks[0] ?? Infinity).toBe(bestRank);
    }),
  );
});
