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
  if (reopens(schema, open)) return null;
  const name = referenceOf(schema);
  const inside = name === undefined ? open : [...open, name];
  const resolved = resolveSchema(contract, schema);
  for (const value of [resolved["examples"]?.[0], resolved.default, resolved.const, resolved.enum?.[0]]) {
    if (value !== undefined) return structuredClone(value);
  }
  const choice = resolved.anyOf?.[0] ?? resolved.oneOf?.[0];
  if (choice !== undefined) return sample(contract, choice, inside);
  if (resolved.allOf !== undefined) {
    return Object.assign(
      sampleObject(contract, resolved, inside),
      ...resolved.allOf.map((part) => sample(contract, part, inside)),
    );
  }
  return sampleType(contract, resolved, inside);
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
    ([name, schema]) => required.includes(name) || !reopens(schema, open),
  );
  return Object.fromEntries(members.map(([name, schema]) => [name, sample(contract, schema, open)]));
}

function sampleArray(contract: Contract, { items = true, minItems = 1 }: Schema, open: readonly string[]): unknown[] {
  if (Array.isArray(items)) return items.map((item) => sample(contract, item, open));
  if (reopens(items, open)) return [];
  return Array.from({ length: Math.max(1, minItems) }, () => sample(contract, items, open));
}

/** The bound nearest to zero that the schema allows. */
function sampleNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): number {
  const least = minimum ?? (typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : -Infinity);
  const most = maximum ?? (typeof exclusiveMaximum === "number" ? exclusiveMaximum - 1 : Infinity);
  return Math.min(Math.max(0, least), most);
}

function reopens(schema: JsonSchema, open: readonly string[]): boolean {
  const name = referenceOf(schema);
  return name !== undefined && open.includes(name);
}
