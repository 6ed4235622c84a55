import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import { parseReference } from "../spec/references.ts";
import { expectObject, referenceTo, string, type Check } from "./checks.ts";

/** Keywords that may stand beside `$ref`, because they do not affect what is valid. */
const BESIDE_REFERENCE = new Set(
  "$ref $comment title summary description deprecated default example examples readOnly writeOnly nullable xml externalDocs".split(
    " ",
  ),
);

/** A string, a number, a boolean or null. */
export const scalar: Check = (value, at, { report }) => {
  if (typeof value !== "object" || value === null) return;
  const fix = "Describe objects and lists with `properties` and `items`";
  report(at, "A fixed value that is a list or an object is not supported", fix);
};

/** Rejects keywords beside `$ref`. OpenAPI 3.1 would apply them; OpenAPI 3.0 ignores them. */
export const besideReference: Check = (value, at, { document, report }) => {
  if (!isObject(value) || !Object.hasOwn(value, "$ref") || !String(document["openapi"]).startsWith("3.1")) return;
  const extra = Object.keys(value).find((key) => !BESIDE_REFERENCE.has(key) && !key.startsWith("x-"));
  if (extra === undefined) return;
  report([...at, extra], `\`${extra}\` beside \`$ref\` is not supported`, "Put the reference into `allOf`");
};

/** Rejects an `enum` on an object, because fixed values are scalars. */
export const enumOfObject: Check = (value, at, { report }) => {
  if (!isObject(value) || value["type"] !== "object" || !Object.hasOwn(value, "enum")) return;
  report([...at, "enum"], "An `enum` of objects is not supported", "Describe the alternatives with `oneOf`");
};

/** A discriminator. Each mapping must lead to a component. */
export const discriminator: Check = (value, at, checking) => {
  if (!expectObject(value, at, checking)) return;
  if (value["propertyName"] === undefined) checking.report(at, "`propertyName` is missing", "Add it");
  else string(value["propertyName"], [...at, "propertyName"], checking);
  const { mapping } = value;
  if (mapping === undefined || !expectObject(mapping, [...at, "mapping"], checking)) return;
  for (const [name, target] of Object.entries(mapping)) {
    const place = [...at, "mapping", name];
    if (isSchemaName(checking.document, target)) continue;
    referenceTo("schemas")(target, place, checking);
  }
};

function isSchemaName({ components }: JsonObject, target: Json): boolean {
  if (typeof target !== "string" || parseReference(target) !== undefined) return false;
  const schemas = isObject(components) ? components["schemas"] : undefined;
  return isObject(schemas) && Object.hasOwn(schemas, target);
}
