import { discriminatorValues, fixedValues } from "../../schema/discriminator.ts";
import { isObject, objectOrEmpty, type Json, type JsonObject } from "../../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema } from "../../spec/openapi.ts";
import { componentName, formatReference } from "../../spec/references.ts";

/**
 * Copies the discriminator of a schema for openapi-typescript, which replaces the type of the property by the mapped values or the
 * schema name. The copy maps the values that the schemas define by `const` or `enum`.
 *
 * Returns `undefined` if a mapping cannot express the values: one is not a string, or belongs to two schemas. Then the schemas alone
 * define the types.
 */
export function copyDiscriminator(
  document: OpenApiDocument,
  schema: JsonObject,
  discriminator: JsonObject,
): JsonObject | undefined {
  const mapping = new Map(
    Object.entries(objectOrEmpty(discriminator["mapping"])).map(([value, target]) => [
      value,
      typeof target === "string" && !target.startsWith("#") ? referenceTo(target) : target,
    ]),
  );
  const { oneOf } = schema;
  const values = Array.isArray(oneOf)
    ? valuesOfAlternatives(document, discriminator, oneOf)
    : valuesOfHeirs(document, schema, String(discriminator["propertyName"]));
  const all = values.flatMap(([, fixed]) => fixed);
  if (all.some((value, index) => typeof value !== "string" || all.indexOf(value) !== index)) return undefined;
  for (const [reference, fixed] of values) {
    for (const [value, target] of mapping) if (target === reference) mapping.delete(value);
    for (const value of fixed) mapping.set(String(value), reference);
  }
  if (mapping.size === 0) return discriminator;
  return { ...discriminator, mapping: Object.fromEntries(mapping) as JsonObject };
}

type ValuesByReference = [reference: string, values: Json[]][];

function valuesOfAlternatives(
  document: OpenApiDocument,
  discriminator: JsonObject,
  alternatives: readonly Json[],
): ValuesByReference {
  return alternatives.flatMap((alternative): ValuesByReference => {
    const reference = isObject(alternative) ? alternative["$ref"] : undefined;
    if (typeof reference !== "string") return [];
    const values = discriminatorValues(document, discriminator, reference);
    return values === undefined ? [] : [[reference, values]];
  });
}

/** Returns the values of the schemas that extend a base schema by `allOf`. Omits schemas that do not define the property themselves. */
function valuesOfHeirs(document: OpenApiDocument, base: JsonObject, property: string): ValuesByReference {
  const schemas = document.components?.schemas ?? {};
  const isBase = (part: OpenApiSchema) => isReferenceTo(schemas, part, base);
  return Object.entries(schemas).flatMap(([name, schema]): ValuesByReference => {
    if (typeof schema === "boolean" || schema.allOf === undefined) return [];
    if (!schema.allOf.some(isBase)) return [];
    const own = { ...schema, allOf: schema.allOf.filter((part) => !isBase(part)) };
    const values = fixedValues(document, own, property);
    return values === undefined ? [] : [[referenceTo(name), values]];
  });
}

function isReferenceTo(schemas: Record<string, OpenApiSchema>, part: OpenApiSchema, target: JsonObject): boolean {
  if (typeof part === "boolean" || part.$ref === undefined) return false;
  const name = componentName(part.$ref);
  return Object.hasOwn(schemas, name) && (schemas[name] as unknown) === target;
}

function referenceTo(name: string): string {
  return formatReference(["components", "schemas", name]);
}
