import { isObject, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { parseReference } from "../spec/references.ts";
import { expectObject, string, type Check, type CheckContext } from "./checks.ts";
import { findPatternProblem } from "../schema/pattern-problem.ts";
import { referenceTo } from "./reference-checks.ts";

const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** Checks the name of a JSON Schema type. */
export const typeName: Check = (value, at, { report }) => {
  if (TYPES.includes(value as string)) return;
  report(at, `${JSON.stringify(value)} is not a JSON Schema type`, `Use one of ${TYPES.join(", ")}`);
};

/** Checks that a value is a string, a number, a boolean or null. */
export const scalar: Check = (value, at, { report }) => {
  if (typeof value !== "object" || value === null) return;
  const fix = "Describe objects and arrays with `properties` and `items`";
  report(at, "An array or object as `enum` or `const` value is not supported", fix);
};

/** Rejects an `enum` of objects. */
export const enumOfObject: Check = (value, at, { report }) => {
  if (!isObject(value) || value["type"] !== "object" || !Object.hasOwn(value, "enum")) return;
  report([...at, "enum"], "An `enum` of objects is not supported", "Describe the alternatives with `oneOf`");
};

/** Checks a discriminator. Each mapping must point to a component. */
export const discriminator: Check = (value, at, context) => {
  if (!expectObject(value, at, context)) return;
  if (value["propertyName"] === undefined) context.report(at, "`propertyName` is missing", "Add it");
  else string(value["propertyName"], [...at, "propertyName"], context);
  const { mapping } = value;
  if (mapping === undefined || !expectObject(mapping, [...at, "mapping"], context)) return;
  for (const [name, target] of Object.entries(mapping)) {
    const path = [...at, "mapping", name];
    if (isSchemaName(context.document, target)) continue;
    referenceTo("schemas")(target, path, context);
  }
};

function isSchemaName({ components }: JsonObject, target: Json): boolean {
  if (typeof target !== "string" || parseReference(target) !== undefined) return false;
  const schemas = isObject(components) ? components["schemas"] : undefined;
  return isObject(schemas) && Object.hasOwn(schemas, target);
}

/** Warns about a pattern that the mock must not match. */
export const pattern: Check = (value, at, context) => {
  string(value, at, context);
  if (typeof value === "string") warnOfPattern(value, at, context);
};

/** Warns about names of `patternProperties` that the mock must not match. */
export const patternNames: Check = (value, at, context) => {
  if (!isObject(value)) return;
  for (const name of Object.keys(value)) warnOfPattern(name, [...at, name], context);
};

function warnOfPattern(value: string, at: Path, { warn }: CheckContext): void {
  const problem = findPatternProblem(value);
  if (problem !== undefined) warn(at, `The mock does not check this pattern, because ${problem}`, "Rewrite it");
}
