import type { Schema } from "@cfworker/json-schema";
import {
  referenceOf,
  resolveSchema,
  typesOf,
  type Contract,
  type ContractOperation,
  type JsonSchema,
} from "../contract.ts";

const FORMATS: Readonly<Record<string, string>> = {
  date: "2025-01-01",
  "date-time": "2025-01-01T00:00:00.000Z",
  email: "ada@example.com",
  uri: "https://example.com/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

/**
 * Creates a success body from its schema, for operations without a resolver.
 *
 * The sample of a paginated response is a single page. Otherwise a caller would follow the example cursor forever.
 */
export function sampleBody(
  contract: Contract,
  { success, itemsField, unwrapped, parseAs }: ContractOperation,
): unknown {
  if (parseAs === "blob") return new Blob(["sample"]);
  const body = sampleOf(contract, success.schema ?? true);
  if (itemsField === undefined || !isRecord(body)) return body;
  return unwrapped ? asOnlyPage(body, itemsField) : { ...body, data: asOnlyPage(body["data"], itemsField) };
}

/** Overwrites `pagination` to describe a single page. Adds no members that the sample lacks. */
function asOnlyPage(data: unknown, itemsField: string): unknown {
  if (!isRecord(data) || !isRecord(data["pagination"])) return data;
  const { pagination, [itemsField]: items } = data;
  const totalEntries = Array.isArray(items) ? items.length : 0;
  const onlyPage = { current: btoa("0"), next: null, previous: null, totalEntries };
  const present = Object.entries(onlyPage).filter(([name]) => Object.hasOwn(pagination, name));
  return { ...data, pagination: { ...pagination, ...Object.fromEntries(present) } };
}

/**
 * Creates a value that is valid for a schema: its example, default or first alternative, otherwise the simplest value of its type.
 *
 * Includes optional members, except recursive ones. Ignores `pattern`.
 */
export function sampleOf(contract: Contract, schema: JsonSchema): unknown {
  return sample(contract, schema, []);
}

/** `open` contains the schema names being sampled, to detect recursion. */
function sample(contract: Contract, schema: JsonSchema, open: readonly string[]): unknown {
  if (recurses(schema, open)) return null;
  const name = referenceOf(schema);
  const inside = name === undefined ? open : [...open, name];
  const resolved = resolveSchema(contract, schema);
  for (const value of [resolved["examples"]?.[0], resolved.default, resolved.const, resolved.enum?.[0]]) {
    if (value !== undefined) return structuredClone(value);
  }
  const choices = resolved.anyOf ?? resolved.oneOf ?? [];
  const choice = choices.find((candidate) => !recurses(candidate, inside)) ?? choices[0];
  if (choice !== undefined) return sample(contract, choice, inside);
  if (resolved.allOf !== undefined) return sampleParts(contract, resolved, resolved.allOf, inside);
  return sampleType(contract, resolved, inside);
}

/** Merges the samples of `allOf`. Returns the first sample that is not an object, because it cannot be merged. */
function sampleParts(
  contract: Contract,
  whole: Schema,
  parts: readonly JsonSchema[],
  open: readonly string[],
): unknown {
  const samples = parts.map((part) => sample(contract, part, open));
  const scalar = samples.find((part) => typeof part !== "object" || Array.isArray(part));
  if (scalar !== undefined) return scalar;
  return Object.assign(sampleObject(contract, whole, open), ...samples);
}

function sampleType(contract: Contract, schema: Schema, open: readonly string[]): unknown {
  switch (typesOf(schema)[0]) {
    case "object":
      return sampleObject(contract, schema, open);
    case "array":
      return sampleArray(contract, schema, open);
    case "string":
      return (FORMATS[schema.format ?? ""] ?? "string").padEnd(schema.minLength ?? 0, "-").slice(0, schema.maxLength);
    case "integer":
    case "number":
      return sampleNumber(schema);
    case "boolean":
      return true;
    default:
      return null;
  }
}

function sampleObject(contract: Contract, { properties = {}, required = [] }: Schema, open: readonly string[]): object {
  const members = Object.entries(properties).filter(
    ([name, schema]) => required.includes(name) || !recurses(schema, open),
  );
  return Object.fromEntries(members.map(([name, schema]) => [name, sample(contract, schema, open)]));
}

function sampleArray(
  contract: Contract,
  { items = true, prefixItems, minItems = 1 }: Schema,
  open: readonly string[],
): unknown[] {
  const places = Array.isArray(items) ? items : prefixItems;
  if (places !== undefined) return places.map((item) => sample(contract, item, open));
  if (Array.isArray(items) || recurses(items, open)) return [];
  return Array.from({ length: Math.max(1, minItems) }, () => sample(contract, items, open));
}

/** Returns the number closest to zero within the bounds. Stays at least 1 away from an exclusive bound. */
function sampleNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): number {
  const least = minimum ?? (typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : -Infinity);
  const most = maximum ?? (typeof exclusiveMaximum === "number" ? exclusiveMaximum - 1 : Infinity);
  return Math.min(Math.max(0, least), most);
}

/** Returns whether a schema refers to one in `open`: by `$ref`, in a part of `allOf`, or in every alternative of `anyOf` or `oneOf`. */
function recurses(schema: JsonSchema, open: readonly string[]): boolean {
  const name = referenceOf(schema);
  if (name !== undefined) return open.includes(name);
  if (typeof schema === "boolean") return false;
  const { allOf = [], anyOf, oneOf } = schema;
  const choices = anyOf ?? oneOf ?? [];
  const isEvery = choices.length > 0 && choices.every((choice) => recurses(choice, open));
  return isEvery || allOf.some((part) => recurses(part, open));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
