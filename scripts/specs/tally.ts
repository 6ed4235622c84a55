import type { SkippedPart } from "../src/drop-unsupported/drop-unsupported.ts";

/** How often something was left out for one reason. */
interface Tally {
  count: number;
  reason: string;
  example: string;
}

/** Counts what was left out by its reason, the most frequent first. Names in a reason do not make it another. */
export function tally(leftOut: readonly SkippedPart[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { name, reason } of leftOut) {
    const general = reason.replace(/`[^`]*`|"[^"]*"|\{[^}]*\}|(?<= )\/\S+/g, "…");
    const found = tallies.get(general) ?? { count: 0, reason: general, example: name };
    tallies.set(general, { ...found, count: found.count + 1 });
  }
  return [...tallies.values()].toSorted((a, b) => b.count - a.count);
}
