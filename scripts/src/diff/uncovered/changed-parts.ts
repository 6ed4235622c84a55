import { isObject, type Json, type JsonObject, type Path } from "../../spec/json.ts";
import type { Pair } from "../api-change.ts";

/** A part of the document that only one document has, or that differs. */
export interface ChangedPart {
  at: Path;
  before: Json | undefined;
  after: Json | undefined;
}

/** Returns the smallest parts that differ between two values. The order of keys does not matter. */
export function changedParts(before: Json | undefined, after: Json | undefined, at: Path): ChangedPart[] {
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => changedParts(before[key], after[key], [...at, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const indexes = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index);
    return indexes.flatMap((index) => changedParts(before[index], after[index], [...at, index]));
  }
  return before === after ? [] : [{ at, before, after }];
}

/** Returns the changed parts of an object, except below `covered` keys. */
export function changedKeys({ before, after }: Pair<JsonObject>, at: Path, covered: readonly string[]): ChangedPart[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !covered.includes(key));
  return keys.flatMap((key) => changedParts(before[key], after[key], [...at, key]));
}
