import type { Json } from "../spec/json.ts";
import { code } from "./reference-text.ts";

/** Pairs of bounds that belong together, and what they count. */
const RANGES = [
  ["minLength", "maxLength", "character"],
  ["minItems", "maxItems", "item"],
  ["minProperties", "maxProperties", "member"],
  ["minimum", "maximum", ""],
] as const;

/** Says in words what a value must be besides its type. */
export function limitsText(bounds: ReadonlyMap<string, Json>): string[] {
  const ranges = RANGES.map(([least, most, unit]) => range(bounds.get(least), bounds.get(most), unit));
  return [
    ...ranges,
    word(bounds, "exclusiveMinimum", "more than"),
    word(bounds, "exclusiveMaximum", "less than"),
    word(bounds, "multipleOf", "a multiple of"),
    word(bounds, "pattern", "matching"),
    word(bounds, "format", "in the format"),
    bounds.get("uniqueItems") === true ? "no item twice" : undefined,
  ].filter((text) => text !== undefined);
}

function range(least: Json | undefined, most: Json | undefined, unit: string): string | undefined {
  if (least === undefined && most === undefined) return undefined;
  const units = unit === "" ? "" : ` ${unit}${(most ?? least) === 1 ? "" : "s"}`;
  if (most === undefined) return `at least ${least}${units}`;
  return `${least === undefined ? "at most" : `${least} to`} ${most}${units}`;
}

function word(bounds: ReadonlyMap<string, Json>, keyword: string, words: string): string | undefined {
  const value = bounds.get(keyword);
  return value === undefined ? undefined : `${words} ${code(String(value))}`;
}
