import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiSchema } from "../spec/openapi.ts";
import { parseReference } from "../spec/references.ts";
import { typeNameOf } from "../text/identifier.ts";

const SCHEMA =
  "additionalProperties contains else if items not propertyNames then unevaluatedItems unevaluatedProperties";
const SCHEMAS = "allOf anyOf oneOf prefixItems";
const NAMED_SCHEMAS = "dependentSchemas patternProperties properties";
const PLAIN =
  "const contentEncoding contentMediaType default dependentRequired enum examples exclusiveMaximum exclusiveMinimum format " +
  "maxContains maxItems maxLength maxProperties maximum minContains minItems minLength minProperties minimum multipleOf " +
  "pattern readOnly required type uniqueItems writeOnly";

type Convert = (value: Json) => Json;

/** How each keyword is taken over. What is not here, prose above all, is left out. */
const CONVERT: ReadonlyMap<string, Convert> = new Map([
  ...keywords(SCHEMA, convert),
  ...keywords(SCHEMAS, (value) => (Array.isArray(value) ? value.map(convert) : value)),
  ...keywords(NAMED_SCHEMAS, (value) => (isObject(value) ? mapValues(value, convert) : value)),
  ...keywords(PLAIN, (value) => value),
  ["$ref", (value) => referenceTo(String(value))],
]);

/**
 * Turns a schema of the document into JSON Schema 2020-12 with its references in `#/schemas/`.
 *
 * The dialect of OpenAPI 3.0 is translated: `nullable`, `example` and boolean `exclusiveMinimum` and `exclusiveMaximum`.
 */
export function jsonSchema(schema: OpenApiSchema): Json {
  return convert(schema as Json);
}

function convert(schema: Json): Json {
  if (!isObject(schema)) return schema;
  if (isObject(schema["discriminator"]) && Array.isArray(schema["oneOf"])) return convert(withoutDiscriminator(schema));
  const converted: JsonObject = {};
  for (const [keyword, value] of Object.entries(
    modernize(schema["$ref"] === undefined ? schema : bareReference(schema)),
  )) {
    const convertValue = CONVERT.get(keyword);
    if (convertValue) converted[keyword] = convertValue(value);
  }
  return converted;
}

/** A reference with what may stand beside it; the rest does not count. */
function bareReference(schema: JsonObject): JsonObject {
  const kept = Object.entries(schema).filter(([keyword]) =>
    ["$ref", "default", "example", "examples"].includes(keyword),
  );
  return Object.fromEntries(kept);
}

function modernize({ nullable, example, ...schema }: JsonObject): JsonObject {
  const modern: JsonObject = { ...schema };
  if (example !== undefined) modern["examples"] ??= [example];
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof modern[exclusive] !== "boolean") continue;
    const value = modern[limit];
    const isExclusive = modern[exclusive] && value !== undefined;
    delete modern[exclusive];
    if (isExclusive) {
      modern[exclusive] = value;
      delete modern[limit];
    }
  }
  return nullable === true ? { anyOf: [modern, { type: "null" }] } : modern;
}

/** Says in JSON Schema what a discriminator does: each alternative goes with the names that stand for it. */
function withoutDiscriminator({ discriminator, oneOf, ...schema }: JsonObject): JsonObject {
  const { propertyName = "", mapping = {} } = discriminator as { propertyName?: string; mapping?: JsonObject };
  const alternatives = (oneOf as Json[]).map((alternative): Json => {
    const reference = isObject(alternative) ? alternative["$ref"] : undefined;
    if (typeof reference !== "string") return alternative;
    const name = componentName(reference);
    const mapped = Object.entries(mapping).filter(([, target]) => componentName(String(target)) === name);
    const values = mapped.length > 0 ? mapped.map(([value]) => value) : [name];
    return { allOf: [alternative, { required: [propertyName], properties: { [propertyName]: { enum: values } } }] };
  });
  return { ...schema, oneOf: alternatives };
}

/** In the contract a schema has its type's name, which needs no escaping. */
function referenceTo(reference: string): string {
  return `#/schemas/${typeNameOf(componentName(reference))}`;
}

/** The name in a reference to a component; a discriminator may also give the name alone. */
function componentName(reference: string): string {
  return String(parseReference(reference)?.at(-1) ?? reference);
}

function keywords(names: string, convertValue: Convert): [string, Convert][] {
  return names.split(" ").map((name) => [name, convertValue]);
}

function mapValues(object: JsonObject, change: Convert): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
