import { isObject, type Json, type JsonObject, type Path } from "../spec/json.ts";
import type { Report } from "../spec/spec-error.ts";
import { parseReference, valueAt } from "../spec/references.ts";

/** The context of a check. */
interface CheckContext {
  document: JsonObject;
  report: Report;
}

/**
 * Checks a value and its contents, and reports problems.
 *
 * `at` is the place of the value. It is one array that changes during the traversal: a new array per value would be slower.
 */
export type Check = (value: Json, at: CurrentPath, checking: CheckContext) => void;

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
  "a whole number above zero",
  "Write such a number",
);

/** A string that can be part of a reference, which some tools decode more than once. */
export const name: Check = (value, at, checking) => {
  string(value, at, checking);
  if (typeof value !== "string" || canBeDecoded(value)) return;
  const reason = `The name ${JSON.stringify(value)} has a percent sign that is not an escape`;
  checking.report(at, reason, "Choose a name without percent signs");
};

/** A list in which every item passes `item`. */
export function listOf(item: Check): Check {
  return (value, at, checking) => {
    if (!Array.isArray(value)) return expected("a list", "Write it as a list", value, at, checking);
    value.forEach((member, index) => checkInside(item, member, index, at, checking));
  };
}

/** Runs several checks on one value. */
export function all(...checks: Check[]): Check {
  return (value, at, checking) => {
    for (const check of checks) check(value, at, checking);
  };
}

/** Returns whether a value is an object, and reports any other value. */
export function expectObject(value: Json, at: Path, checking: CheckContext): value is JsonObject {
  if (isObject(value)) return true;
  expected("an object", "Write it as an object", value, at, checking);
  return false;
}

/** An object with any names, in which every member passes `member`. */
export function mapOf(member: Check): Check {
  return (value, at, checking) => {
    if (!expectObject(value, at, checking)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes("%")) name(key, [...at, key], checking);
      checkInside(member, inner, key, at, checking);
    }
  };
}

/** An object with the given members. Other members are not checked. */
export function record(members: Record<string, Check>, required: readonly string[] = []): Check {
  return (value, at, checking) => {
    if (!expectObject(value, at, checking)) return;
    for (const name of required) {
      if (!Object.hasOwn(value, name)) checking.report(at, `\`${name}\` is missing`, "Add it");
    }
    for (const [key, inner] of Object.entries(value)) {
      const check = Object.hasOwn(members, key) ? members[key] : undefined;
      if (check) checkInside(check, inner, key, at, checking);
    }
  };
}

/** Either a value that passes `check`, or a reference to one in `#/components/<section>/`. */
export function orReference(section: string, check: Check): Check {
  const reference = record({ $ref: referenceTo(section), description: string });
  return (value, at, checking) => {
    const isReference = isObject(value) && Object.hasOwn(value, "$ref");
    (isReference ? reference : check)(value, at, checking);
  };
}

/** A reference to `#/components/<section>/<name>`. Its target is checked in its own place. */
export function referenceTo(section: string): Check {
  return (value, at, checking) => {
    if (typeof value !== "string") return expected("a string", "Write the reference in quotes", value, at, checking);
    const problem = findReferenceProblem(value, section, checking.document);
    if (problem) checking.report(at, ...problem);
  };
}

function findReferenceProblem(
  value: string,
  section: string,
  document: JsonObject,
): [reason: string, fix: string] | undefined {
  const target = parseReference(value);
  if (!target) {
    const fix = "Copy its target into this document. The generator reads no other file and no URL";
    return [`\`${value}\` refers to something outside of the document`, fix];
  }
  if (target.length !== 3 || target[0] !== "components" || target[1] !== section) {
    return [`\`${value}\` is not in \`#/components/${section}/\``, "Move its target there"];
  }
  if (leadsInCircle(value, document)) {
    return [`\`${value}\` leads back to itself`, "Replace one of the references by its target"];
  }
  if (valueAt(document, target) === undefined) {
    return [`\`${value}\` does not exist`, "Correct the name, or add the component"];
  }
  return undefined;
}

function leadsInCircle(first: string, document: JsonObject): boolean {
  const seen = new Set<string>();
  let reference: Json | undefined = first;
  while (typeof reference === "string") {
    if (seen.has(reference)) return true;
    seen.add(reference);
    const value = valueAt(document, parseReference(reference) ?? []);
    reference = isObject(value) && Object.hasOwn(value, "$ref") ? value["$ref"] : undefined;
  }
  return false;
}

function checkInside(check: Check, value: Json, key: string | number, at: CurrentPath, checking: CheckContext): void {
  at.push(key);
  check(value, at, checking);
  at.pop();
}

function typed(test: (value: Json) => boolean, wanted: string, fix: string): Check {
  return (value, at, checking) => {
    if (!test(value)) expected(wanted, fix, value, at, checking);
  };
}

function expected(wanted: string, fix: string, value: Json, at: Path, checking: CheckContext): void {
  const found =
    value === null
      ? "null"
      : Array.isArray(value)
        ? "a list"
        : typeof value === "object"
          ? "an object"
          : `${JSON.stringify(value)}`;
  checking.report(at, `Expected ${wanted}, found ${found}`, fix);
}

function canBeDecoded(value: string): boolean {
  try {
    const decoded = decodeURIComponent(value);
    return decoded === value || canBeDecoded(decoded);
  } catch {
    return false;
  }
}
