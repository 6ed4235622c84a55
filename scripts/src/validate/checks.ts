import { isObject, type Json, type JsonObject, type Path } from "../spec/json.ts";
import type { FoundReference } from "../spec/references.ts";
import type { Report } from "../spec/spec-error.ts";

/** The document to check, and where to report problems and references. */
export interface CheckContext {
  document: JsonObject;
  report: Report;
  /** Reports a problem that does not stop generation. */
  warn: Report;
  /** The valid references found so far. */
  references: FoundReference[];
  /** The targets outside of components that have been checked. */
  checkedTargets: Set<string>;
}

/**
 * Checks a value and its contents, and reports problems.
 *
 * `at` is the path of the value. All checks share one mutable array, which is faster than one array per value.
 */
export type Check = (value: Json, at: CurrentPath, context: CheckContext) => void;

type CurrentPath = (string | number)[];

export const string: Check = typed((value) => typeof value === "string", "a string", "Write it in quotes");
export const boolean: Check = typed(
  (value) => typeof value === "boolean",
  "true or false",
  "Write true or false, without quotes",
);
export const number: Check = typed((value) => typeof value === "number", "a number", "Write a number, without quotes");
export const positiveInteger: Check = typed(
  (value) => Number.isSafeInteger(value) && Number(value) > 0,
  "a positive integer",
  "Write an integer of at least 1",
);

/**
 * Checks a name that can be part of a reference.
 *
 * Rejects a name that cannot be percent-decoded repeatedly, because some tools decode references more than once.
 */
export const name: Check = (value, at, context) => {
  string(value, at, context);
  if (typeof value !== "string" || isDecodable(value)) return;
  const reason = `Some tools cannot percent-decode references to the name ${JSON.stringify(value)}`;
  context.report(at, reason, "Choose a name without percent signs");
};

/** Checks an array whose items pass `item`. */
export function listOf(item: Check): Check {
  return (value, at, context) => {
    if (!Array.isArray(value)) return reportType("an array", "Write it as an array", value, at, context);
    value.forEach((member, index) => checkChild(item, member, index, at, context));
  };
}

/** Runs several checks on one value. */
export function all(...checks: Check[]): Check {
  return (value, at, context) => {
    for (const check of checks) check(value, at, context);
  };
}

/** Returns whether a value is an object. Reports any other value. */
export function expectObject(value: Json, at: Path, context: CheckContext): value is JsonObject {
  if (isObject(value)) return true;
  reportType("an object", "Write it as an object", value, at, context);
  return false;
}

/** Checks an object with arbitrary keys whose values pass `check`. */
export function mapOf(check: Check): Check {
  return (value, at, context) => {
    if (!expectObject(value, at, context)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes("%")) name(key, [...at, key], context);
      checkChild(check, inner, key, at, context);
    }
  };
}

/** Checks the given properties of an object. Ignores other properties. */
export function record(properties: Record<string, Check>, required: readonly string[] = []): Check {
  return (value, at, context) => {
    if (!expectObject(value, at, context)) return;
    for (const name of required) {
      if (!Object.hasOwn(value, name)) context.report(at, `\`${name}\` is missing`, "Add it");
    }
    for (const [key, inner] of Object.entries(value)) {
      const check = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (check) checkChild(check, inner, key, at, context);
    }
  };
}

function checkChild(check: Check, value: Json, key: string | number, at: CurrentPath, context: CheckContext): void {
  at.push(key);
  check(value, at, context);
  at.pop();
}

function typed(matches: (value: Json) => boolean, expected: string, fix: string): Check {
  return (value, at, context) => {
    if (!matches(value)) reportType(expected, fix, value, at, context);
  };
}

/** Reports that a value has the wrong type. */
export function reportType(expected: string, fix: string, value: Json, at: Path, context: CheckContext): void {
  const found =
    value === null
      ? "null"
      : Array.isArray(value)
        ? "an array"
        : typeof value === "object"
          ? "an object"
          : `${JSON.stringify(value)}`;
  context.report(at, `Expected ${expected}, found ${found}`, fix);
}

function isDecodable(value: string): boolean {
  try {
    const decoded = decodeURIComponent(value);
    return decoded === value || isDecodable(decoded);
  } catch {
    return false;
  }
}
