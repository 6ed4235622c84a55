import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiSchema } from "../spec/openapi.ts";
import { parseReference } from "../spec/references.ts";

const SCHEMA_KEYWORDS =
  "additionalProperties contains else if items not propertyNames then unevaluatedItems unevaluatedProperties";
const SCHEMA_LIST_KEYWORDS = "allOf anyOf oneOf prefixItems";
const SCHEMA_MAP_KEYWORDS = "dependentSchemas patternProperties properties";
const DATA_KEYWORDS =
  "const contentEncoding contentMediaType default dependentRequired enum examples exclusiveMaximum exclusiveMinimum format " +
  "maxContains maxItems maxLength maxProperties maximum minContains minItems minLength minProperties minimum multipleOf " +
  "pattern readOnly required type uniqueItems writeOnly";

type Converter = (value: Json) => Json;

/** The converter of each supported keyword. All other keywords, such as descriptions, are dropped. */
const CONVERTERS: ReadonlyMap<string, Converter> = new Map([
  ...keywords(SCHEMA_KEYWORDS, convert),
  ...keywords(SCHEMA_LIST_KEYWORDS, (value) => (Array.isArray(value) ? value.map(convert) : value)),
  ...keywords(SCHEMA_MAP_KEYWORDS, (value) => (isObject(value) ? mapValues(value, convert) : value)),
  ...keywords(DATA_KEYWORDS, (value) => value),
  ["$ref", (value) => referenceTo(String(value))],
]);

/**
 * Converts a schema of the document to JSON Schema 2020-12, with references to `#/schemas/`.
 *
 * It also converts the OpenAPI 3.0 keywords `nullable`, `example` and boolean `exclusiveMinimum` and `exclusiveMaximum`.
 */
export function jsonSchema(schema: OpenApiSchema): Json {
  return convert(schema as Json);
}

function convert(schema: Json): Json {
  if (!isObject(schema)) return schema;
  if (isObject(schema["discriminator"]) && Array.isArray(schema["oneOf"])) return convert(expandDiscriminator(schema));
  const converted: JsonObject = {};
  for (const [keyword, value] of Object.entries(
    upgradeFrom30(schema["$ref"] === undefined ? schema : keepReferenceKeywords(schema)),
  )) {
    const convertValue = CONVERTERS.get(keyword);
    if (convertValue) converted[keyword] = convertValue(value);
  }
  return converted;
}

/** Keeps `$ref` and the keywords that have an effect next to it. */
function keepReferenceKeywords(schema: JsonObject): JsonObject {
  const kept = Object.entries(schema).filter(([keyword]) =>
    ["$ref", "default", "example", "examples"].includes(keyword),
  );
  return Object.fromEntries(kept);
}

function upgradeFrom30({ nullable, example, ...schema }: JsonObject): JsonObject {
  const upgraded: JsonObject = { ...schema };
  if (example !== undefined) upgraded["examples"] ??= [example];
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof upgraded[exclusive] !== "boolean") continue;
    const value = upgraded[limit];
    const isExclusive = upgraded[exclusive] && value !== undefined;
    delete upgraded[exclusive];
    if (isExclusive) {
      upgraded[exclusive] = value;
      delete upgraded[limit];
    }
  }
  return nullable === true ? { anyOf: [upgraded, { type: "null" }] } : upgraded;
}

/** Expresses a discriminator in JSON Schema: each alternative requires one of the values mapped to it. */
function expandDiscriminator({ discriminator, oneOf, ...schema }: JsonObject): JsonObject {
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

/** Returns a reference to a schema of the contract. */
function referenceTo(reference: string): string {
  return `#/schemas/${schemaKey(componentName(reference))}`;
}

/** Returns the key of a schema in the contract, which needs no escaping in a reference. Different names have different keys. */
export function schemaKey(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/gu, (character) => `$${character.codePointAt(0)?.toString(16)}$`);
}

/** Returns the component name in a reference. A discriminator can also use the plain name. */
function componentName(reference: string): string {
  return String(parseReference(reference)?.at(-1) ?? reference);
}

function keywords(names: string, convertValue: Converter): [string, Converter][] {
  return names.split(" ").map((name) => [name, convertValue]);
}

function mapValues(object: JsonObject, change: Converter): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
