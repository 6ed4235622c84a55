import { isSafePattern } from "redos-detector";

import { isObject, type JsonObject } from "../spec/json.ts";

/** The maximum length of a pattern that is analysed, in characters. Longer ones take too long. */
const MAX_LENGTH = 1_000;

/** The maximum number of steps of the analysis. A limit in steps, unlike one in time, has the same result on every machine. */
const MAX_STEPS = 2_000;

/** The analysis can take a second, and documents repeat patterns. */
const cache = new Map<string, string | undefined>();

/**
 * Returns why the mock must not match texts against a pattern, or `undefined` if it can.
 *
 * The reason completes the sentence "The mock does not check this pattern, because ...".
 */
export function findPatternProblem(pattern: string): string | undefined {
  if (!cache.has(pattern)) cache.set(pattern, problemOf(pattern));
  return cache.get(pattern);
}

function problemOf(pattern: string): string | undefined {
  // JSON Schema prescribes Unicode mode (Core 2020-12, 6.4).
  if (!isRegularExpression(pattern)) return "it is not a valid JavaScript regular expression";
  return isSafe(pattern) ? undefined : "matching it could take very long";
}

function isRegularExpression(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, "u"));
  } catch {
    return false;
  }
}

/** Returns whether the number of backtracks has a known bound. A pattern that cannot be analysed counts as unsafe. */
function isSafe(pattern: string): boolean {
  // Without quantifiers and alternatives, there is one way to match.
  if (!/[*+?{|]/.test(pattern)) return true;
  if (pattern.length > MAX_LENGTH) return false;
  try {
    return isSafePattern(pattern, { unicode: true, maxSteps: MAX_STEPS }).safe;
  } catch {
    return false;
  }
}

/**
 * Leaves out patterns that are not safe to match.
 *
 * Without one of the `patternProperties`, it is unknown which properties are additional, so their schemas are left out, too.
 */
export function withSafePatterns({ ...schema }: JsonObject): JsonObject {
  const { pattern, patternProperties } = schema;
  if (typeof pattern === "string" && findPatternProblem(pattern) !== undefined) delete schema["pattern"];
  if (!isObject(patternProperties)) return schema;
  const entries = Object.entries(patternProperties);
  const safe = entries.filter(([name]) => findPatternProblem(name) === undefined);
  if (safe.length === entries.length) return schema;
  delete schema["additionalProperties"];
  delete schema["unevaluatedProperties"];
  return { ...schema, patternProperties: Object.fromEntries(safe) };
}
