import type { Json, JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { canonicalJson } from "./canonical-json.ts";
import { readDiscriminator, type Discriminator } from "./discriminator.ts";
import { isNull, onlyDirection } from "./members.ts";
import { NOTHING, resolveNamedSchema } from "./resolve-schema.ts";
import { toExclusiveNumbers } from "./upgrade-from-30.ts";

/** A property of an object. */
export interface NormalizedProperty {
  schema: OpenApiSchema;
  required: boolean;
  /** The component that declares the property, if it is inherited through `allOf`. */
  owner?: string;
  /** Set if the property is in requests only (`writeOnly`) or in responses only (`readOnly`). */
  only?: "input" | "output";
}

/** A normalized schema: equal for equivalent notations of OpenAPI 3.0 and 3.1, with or without `allOf`. */
export interface NormalizedSchema {
  /** The accepted JSON types; `undefined` if all are accepted. Includes `integer` if it includes `number`. */
  types: ReadonlySet<string> | undefined;
  isNullable: boolean;
  /** The values of `enum` or `const`, except null; `undefined` without these keywords. */
  values: Json[] | undefined;
  /** The properties by name. `patternProperties` have names such as `/…/`, and `additionalProperties` has the name `*`. */
  properties: Map<string, NormalizedProperty>;
  items: OpenApiSchema | undefined;
  tuple: OpenApiSchema[];
  alternatives: OpenApiSchema[];
  format: string | undefined;
  discriminator: Discriminator | undefined;
  /** All other keywords that restrict the value, by name. */
  constraints: Map<string, Json>;
  default: Json | undefined;
  examples: Json;
}

/** Keywords that have no effect when they are 0. */
const NO_EFFECT_AT_ZERO = new Set(["minItems", "minLength", "minProperties"]);

/** Keywords that other members of `NormalizedSchema` cover, and keywords that do not restrict values. */
const NOT_CONSTRAINTS = new Set(
  (
    "$ref $id $schema $comment $defs allOf anyOf const default deprecated description discriminator enum " +
    "example examples externalDocs format items nullable oneOf patternProperties prefixItems properties readOnly required summary " +
    "title type writeOnly xml"
  ).split(" "),
);

interface Part {
  schema: OpenApiSchemaObject;
  owner?: string;
}

/** Merges a schema with its `allOf` and normalizes it. */
export function normalizeSchema(document: OpenApiDocument, source: OpenApiSchemaObject): NormalizedSchema {
  const parts: Part[] = [];
  const alternatives: OpenApiSchema[] = [];
  let isNullable = false;
  const seen = new Set<object>();
  const visit = (schema: OpenApiSchema, owner?: string): void => {
    const { schema: resolved, name = owner } = resolveNamedSchema(document, schema);
    if (seen.has(resolved)) return;
    seen.add(resolved);
    parts.push({ schema: resolved, ...(name !== undefined && { owner: name }) });
    isNullable ||= resolved.nullable === true;
    resolved.allOf?.forEach((part) => visit(part, name));
    for (const choices of [resolved.anyOf, resolved.oneOf]) {
      if (!choices) continue;
      const others = choices.filter((choice) => !isNull(choice));
      isNullable ||= others.length < choices.length;
      const [only] = others;
      // `anyOf: [User, null]` is how OpenAPI 3.1 writes a nullable reference.
      if (only !== undefined && others.length === 1) visit(only, name);
      else alternatives.push(...others);
    }
  };
  visit(source);
  const types = typesOf(parts, isNullable);
  return {
    types,
    isNullable: isNullable || types?.has("null") === true,
    values: valuesOf(parts),
    properties: propertiesOf(document, parts),
    items: parts.find(({ schema }) => schema.items !== undefined)?.schema.items,
    tuple: parts.flatMap(({ schema }) => (schema as { prefixItems?: OpenApiSchema[] }).prefixItems ?? []),
    alternatives,
    format: parts.find(({ schema }) => schema.format !== undefined)?.schema.format,
    discriminator: readDiscriminator(parts.find(({ schema }) => schema.discriminator)?.schema, alternatives),
    // The keywords of a schema override those of its parts.
    constraints: readConstraints(parts.map(({ schema }) => schema as JsonObject).toReversed()),
    default: parts.find(({ schema }) => schema.default !== undefined)?.schema.default,
    examples: examplesOf(parts),
  };
}

function typesOf(parts: readonly Part[], nullable: boolean): Set<string> | undefined {
  const [first, ...rest] = parts.map(({ schema }) => declaredTypes(schema)).filter((types) => types !== undefined);
  if (!first) return undefined;
  const types = new Set([...first].filter((type) => rest.every((others) => others.has(type))));
  if (nullable) types.add("null");
  return types;
}

function declaredTypes(schema: OpenApiSchemaObject): Set<string> | undefined {
  if (schema === NOTHING) return new Set();
  if (schema.type !== undefined) {
    const types = withIntegers(new Set([schema.type].flat()));
    // An enum without null rejects null.
    if (declaredValues(schema)?.includes(null) === false) types.delete("null");
    return types;
  }
  if (schema.properties ?? schema.additionalProperties) return new Set(["object"]);
  if (schema.items !== undefined) return new Set(["array"]);
  const values = declaredValues(schema);
  return values && withIntegers(new Set(values.map(typeOfValue)));
}

function withIntegers(types: Set<string>): Set<string> {
  return types.has("number") ? types.add("integer") : types;
}

function typeOfValue(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function declaredValues({ enum: values, const: only }: OpenApiSchemaObject): Json[] | undefined {
  return only === undefined ? values : [only];
}

/** Returns the values that all parts accept. Omits null, which counts as a type. */
function valuesOf(parts: readonly Part[]): Json[] | undefined {
  const lists = parts.map(({ schema }) => declaredValues(schema)).filter((values) => values !== undefined);
  const [first, ...others] = lists.map(
    (values) => new Map(values.map((value) => [canonicalJson(value, false), value])),
  );
  if (!first) return undefined;
  const common = [...first].filter(([key, value]) => value !== null && others.every((values) => values.has(key)));
  return common.map(([, value]) => value);
}

function propertiesOf(document: OpenApiDocument, parts: readonly Part[]): Map<string, NormalizedProperty> {
  const required = new Set(parts.flatMap(({ schema }) => schema.required ?? []));
  const properties = new Map<string, NormalizedProperty>();
  for (const { schema, owner } of parts) {
    const add = (name: string, property: OpenApiSchema): void => {
      const direction = onlyDirection(document, property);
      properties.set(name, {
        schema: property,
        required: required.has(name),
        ...(owner !== undefined && { owner }),
        ...(direction && { only: direction === "read" ? "output" : "input" }),
      });
    };
    for (const [name, property] of Object.entries(schema.properties ?? {})) add(name, property);
    for (const [pattern, property] of Object.entries(schema.patternProperties ?? {})) add(`/${pattern}/`, property);
    if (schema.additionalProperties) add("*", schema.additionalProperties);
  }
  return properties;
}

function examplesOf(parts: readonly Part[]): Json {
  return parts.flatMap(({ schema }) => {
    const { example, examples } = schema as { example?: Json; examples?: Json[] };
    return examples ?? (example === undefined ? [] : [example]);
  });
}

/** Returns the keywords that restrict the values, with their arguments. Omits keywords without an effect. */
function readConstraints(schemas: readonly JsonObject[]): Map<string, Json> {
  const keywords = schemas.flatMap((schema) => Object.entries(toExclusiveNumbers(schema)));
  return new Map(
    keywords.filter(([keyword, value]) => {
      if (keyword === "additionalProperties") return value === false;
      if (NOT_CONSTRAINTS.has(keyword) || keyword.startsWith("x-")) return false;
      return !(value === 0 && NO_EFFECT_AT_ZERO.has(keyword)) && !(value === false && keyword === "uniqueItems");
    }),
  );
}
