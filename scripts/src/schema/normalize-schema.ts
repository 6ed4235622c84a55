import type { Json, JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { boundsOf } from "../diff/compare/compare-constraints.ts";
import { NOTHING, resolve } from "./resolve-schema.ts";

/** A member of an object. */
export interface ShapeMember {
  schema: OpenApiSchema;
  required: boolean;
  /** The named schema that declares it, if that is another than the one being looked at. */
  owner?: string;
}

/**
 * What a schema says, in one form for all the ways to say it: those of OpenAPI 3.0 and 3.1, with or without `allOf`.
 */
export interface Shape {
  /** The types of JSON that fit; nothing if all do. `number` comes with `integer`. */
  types: ReadonlySet<string> | undefined;
  isNullable: boolean;
  /** The values that fit, without null; nothing if it is not a list of values. */
  values: Json[] | undefined;
  /** By name. Those of `patternProperties` and of `additionalProperties` have the names `/…/` and `*`. */
  members: Map<string, ShapeMember>;
  items: OpenApiSchema | undefined;
  tuple: OpenApiSchema[];
  alternatives: OpenApiSchema[];
  /** All other keywords, by name. */
  bounds: Map<string, Json>;
  default: Json | undefined;
  examples: Json;
}

interface Part {
  schema: OpenApiSchemaObject;
  owner?: string;
}

/** Brings a schema and its `allOf` into one form. */
export function shapeOf(document: OpenApiDocument, written: OpenApiSchemaObject): Shape {
  const parts: Part[] = [];
  const alternatives: OpenApiSchema[] = [];
  let isNullable = false;
  const seen = new Set<object>();
  const visit = (schema: OpenApiSchema, owner?: string): void => {
    const { schema: resolved, name = owner } = resolve(document, schema);
    if (seen.has(resolved)) return;
    seen.add(resolved);
    parts.push({ schema: resolved, ...(name !== undefined && { owner: name }) });
    isNullable ||= resolved.nullable === true;
    if (resolved.$ref !== undefined) visit({ $ref: resolved.$ref }, owner);
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
  visit(written);
  const types = typesOf(parts, isNullable);
  return {
    types,
    isNullable: isNullable || types?.has("null") === true,
    values: valuesOf(parts),
    members: membersOf(parts),
    items: parts.findLast(({ schema }) => schema.items !== undefined)?.schema.items,
    tuple: parts.flatMap(({ schema }) => (schema as { prefixItems?: OpenApiSchema[] }).prefixItems ?? []),
    alternatives,
    bounds: boundsOf(parts.map(({ schema }) => schema as JsonObject)),
    default: parts.findLast(({ schema }) => schema.default !== undefined)?.schema.default,
    examples: examplesOf(parts),
  };
}

function isNull(schema: OpenApiSchema): boolean {
  return typeof schema === "object" && schema.type === "null";
}

function typesOf(parts: readonly Part[], nullable: boolean): Set<string> | undefined {
  const [first, ...rest] = parts.map(({ schema }) => writtenTypes(schema)).filter((types) => types !== undefined);
  if (!first) return undefined;
  const types = new Set([...first].filter((type) => rest.every((others) => others.has(type))));
  if (nullable) types.add("null");
  return types;
}

function writtenTypes(schema: OpenApiSchemaObject): Set<string> | undefined {
  if (schema === NOTHING) return new Set();
  if (schema.type !== undefined) return withIntegers(new Set([schema.type].flat()));
  if (schema.properties ?? schema.additionalProperties) return new Set(["object"]);
  if (schema.items !== undefined) return new Set(["array"]);
  const values = ownValues(schema);
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

function ownValues({ enum: values, const: only }: OpenApiSchemaObject): Json[] | undefined {
  return only === undefined ? values : [only];
}

/** Null is a type here, and so no value. */
function valuesOf(parts: readonly Part[]): Json[] | undefined {
  const lists = parts.map(({ schema }) => ownValues(schema)).filter((values) => values !== undefined);
  return lists.at(-1)?.filter((value) => value !== null);
}

function membersOf(parts: readonly Part[]): Map<string, ShapeMember> {
  const required = new Set(parts.flatMap(({ schema }) => schema.required ?? []));
  const members = new Map<string, ShapeMember>();
  for (const { schema, owner } of parts) {
    const add = (name: string, member: OpenApiSchema): void => {
      members.set(name, { schema: member, required: required.has(name), ...(owner !== undefined && { owner }) });
    };
    for (const [name, member] of Object.entries(schema.properties ?? {})) add(name, member);
    for (const [pattern, member] of Object.entries(schema.patternProperties ?? {})) add(`/${pattern}/`, member);
    if (schema.additionalProperties) add("*", schema.additionalProperties);
  }
  return members;
}

function examplesOf(parts: readonly Part[]): Json {
  return parts.flatMap(({ schema }) => {
    const { example, examples } = schema as { example?: Json; examples?: Json[] };
    return examples ?? (example === undefined ? [] : [example]);
  });
}
