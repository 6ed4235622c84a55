import type { Schema } from "@cfworker/json-schema";
import type { Contract, JsonSchema } from "../contract.ts";
import { referenceOf, resolveSchema, typesOf } from "../request/resolve-schema.ts";

const FORMATS: Readonly<Record<string, string>> = {
  date: "2025-01-01",
  "date-time": "2025-01-01T00:00:00.000Z",
  email: "ada@example.com",
  uri: "https://example.com/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

/**
 * Makes a value that fits a schema: its example, default or first choice, or else the plainest value of its type.
 *
 * Optional members are there too, except those that lead back into a schema that is being made. Patterns are not honoured.
 */
export function sampleOf(contract: Contract, schema: JsonSchema): unknown {
  return sample(contract, schema, []);
}

/** `open` are the named schemas that this value is inside of. */
function sample(contract: Contract, schema: JsonSchema, open: readonly string[]): unknown {
  if (leadsBack(schema, open)) return null;
  const name = referenceOf(schema);
  const inside = name === undefined ? open : [...open, name];
  const resolved = resolveSchema(contract, schema);
  for (const value of [resolved["examples"]?.[0], resolved.default, resolved.const, resolved.enum?.[0]]) {
    if (value !== undefined) return structuredClone(value);
  }
  const choices = resolved.anyOf ?? resolved.oneOf ?? [];
  const choice = choices.find((candidate) => !leadsBack(candidate, inside)) ?? choices[0];
  if (choice !== undefined) return sample(contract, choice, inside);
  if (resolved.allOf !== undefined) return sampleParts(contract, resolved, resolved.allOf, inside);
  return sampleType(contract, resolved, inside);
}

/** The members of all parts in one object; or the first part that is something else, for `allOf` also wraps one reference. */
function sampleParts(
  contract: Contract,
  whole: Schema,
  parts: readonly JsonSchema[],
  open: readonly string[],
): unknown {
  const samples = parts.map((part) => sample(contract, part, open));
  const plain = samples.find((part) => typeof part !== "object" || Array.isArray(part));
  if (plain !== undefined) return plain;
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
    ([name, schema]) => required.includes(name) || !leadsBack(schema, open),
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
  if (Array.isArray(items) || leadsBack(items, open)) return [];
  return Array.from({ length: Math.max(1, minItems) }, () => sample(contract, items, open));
}

/** The bound nearest to zero that the schema allows. */
function sampleNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): number {
  const least = minimum ?? (typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : -Infinity);
  const most = maximum ?? (typeof exclusiveMaximum === "number" ? exclusiveMaximum - 1 : Infinity);
  return Math.min(Math.max(0, least), most);
}

/** Tells whether every value of a schema holds one of a schema that is being made. */
function leadsBack(schema: JsonSchema, open: readonly string[]): boolean {
  const name = referenceOf(schema);
  if (name !== undefined) return open.includes(name);
  if (typeof schema === "boolean") return false;
  const { allOf = [], anyOf, oneOf } = schema;
  const choices = anyOf ?? oneOf ?? [];
  const isEvery = choices.length > 0 && choices.every((choice) => leadsBack(choice, open));
  return isEvery || allOf.some((part) => leadsBack(part, open));
}
