import { findCycles, IN_PLACE } from "../schema/reference-cycles.ts";
import { isObject, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { isComponent, parseReference, valueAt, type FoundReference } from "../spec/references.ts";
import type { Problem } from "../spec/spec-error.ts";
import { record, reportType, string, type Check } from "./checks.ts";
import { separateBases } from "./separate-bases.ts";

/** Checks a value, or a reference to another value of its kind, such as one in `#/components/<section>/`. */
export function orReference(section: string, check: Check): Check {
  const reference = record({ $ref: referenceTo(section, check), description: string, "x-name": string });
  return (value, at, context) => {
    const isReference = isObject(value) && Object.hasOwn(value, "$ref");
    (isReference ? reference : check)(value, at, context);
  };
}

/**
 * Checks a reference to a value in `#/components/<section>/`, or to such a value elsewhere in the document.
 *
 * `check` checks targets outside of components, because some are in places that nothing else checks, such as `#/x-schemas`.
 */
export function referenceTo(section: string, check?: Check): Check {
  return (value, at, context) => {
    if (typeof value !== "string") return reportType("a string", "Write the reference in quotes", value, at, context);
    const { document, references, checkedTargets, report } = context;
    const problem = findReferenceProblem(value, section, document);
    if (problem) return report(at, ...problem);
    const target = parseReference(value) ?? [];
    references.push({ at: [...at], target, section });
    const key = JSON.stringify(target);
    if (isComponent(target) || checkedTargets.has(key)) return;
    checkedTargets.add(key);
    check?.(valueAt(document, target) ?? null, [...target], context);
  };
}

function findReferenceProblem(
  value: string,
  section: string,
  document: JsonObject,
): [reason: string, fix: string] | undefined {
  const target = parseReference(value);
  if (value === "") return ["The reference is empty", `Write its target, such as #/components/${section}/Name`];
  if (!target) {
    const fix = "Copy the target into this document. The generator does not read other files or URLs";
    return [`\`${value}\` points outside of the document`, fix];
  }
  if (sectionOf(target) !== section) {
    return [`\`${value}\` is not in \`#/components/${section}/\``, "Move the target there"];
  }
  if (isCircular(value, document)) {
    return [`\`${value}\` is a circular reference`, "Replace one of the references with its target"];
  }
  if (valueAt(document, target) === undefined) {
    return [`\`${value}\` does not exist`, "Correct the name or add the component"];
  }
  return undefined;
}

/** The sections of `components` that can be referenced, without schemas. Paths and operations use the same names. */
const SECTIONS = ["headers", "parameters", "requestBodies", "responses"];

/** Returns the section of `components` for a value with this path. A path of no other kind belongs to a schema. */
function sectionOf(path: Path): string {
  const [container, parent, key] = [-3, -2, -1].map((index) => String(path.at(index)));
  if (isComponent(path) || (container !== "properties" && SECTIONS.includes(parent ?? ""))) return parent ?? "";
  return key === "requestBody" && parent !== "properties" ? "requestBodies" : "schemas";
}

function isCircular(first: string, document: JsonObject): boolean {
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

/**
 * Finds schemas that contain themselves without a property or an array between, such as `A: { allOf: [A] }`.
 *
 * No TypeScript type describes them, and validation would not end (JSON Schema 2020-12, core, 9.4.1).
 */
export function findInfiniteSchemas(document: JsonObject, references: readonly FoundReference[]): Problem[] {
  const { document: separated, originals } = separateBases(document);
  const added = [...originals.keys()].map((name) => ["components", "schemas", name]);
  const targets = [...references.map(({ target }) => target), ...added];
  return findCycles(separated, targets, IN_PLACE).map((edge) => {
    const original = originals.get(String(edge.at[2]));
    const at = original === undefined ? edge.at : edge.at.with(2, original);
    return {
      at,
      reason: `The schema contains itself through \`${String(valueAt(document, at))}\``,
      fix: "Remove the reference, or move it to a property",
    };
  });
}
