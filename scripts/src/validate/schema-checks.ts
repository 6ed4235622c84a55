import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import { parseReference } from "../spec/references.ts";
import { expectObject, referenceTo, string, type Check } from "./checks.ts";

/** Keywords that are allowed beside `$ref`, because they do not affect validation. */
const BESIDE_REFERENCE = new Set(
  "$ref $comment title summary description deprecated default example examples readOnly writeOnly nullable xml externalDocs".split(
    " ",
  ),
);

/** Checks a string, a number, a boolean or null. */
export const scalar: Check = (value, at, { report }) => {
  if (typeof value !== "object" || value === null) return;
  const fix = "Describe objects and arrays with `properties` and `items`";
  report(at, "An array or object as `enum` or `const` value is not supported", fix);
};

/** Rejects validation keywords beside `$ref`, which only OpenAPI 3.1 would apply. OpenAPI 3.0 ignores them. */
export const besideReference: Check = (value, at, { document, report }) => {
  if (!isObject(value) || !Object.hasOwn(value, "$ref") || !String(document["openapi"]).startsWith("3.1")) return;
  const extra = Object.keys(value).find((key) => !BESIDE_REFERENCE.has(key) && !key.startsWith("x-"));
  if (extra === undefined) return;
  report([...at, extra], `\`${extra}\` beside \`$ref\` is not supported`, "Move the reference into `allOf`");
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
