import type { Schema } from "@cfworker/json-schema";
import type { Contract, JsonSchema } from "../contract.ts";

const PREFIX = "#/schemas/";

/** The name of the schema that a schema refers to. */
export function referenceOf(schema: JsonSchema): string | undefined {
  const reference = typeof schema === "object" ? schema.$ref : undefined;
  return reference?.startsWith(PREFIX) ? reference.slice(PREFIX.length) : undefined;
}

/** Follows references, so that what is left has its keywords at hand. Keywords beside a `$ref` win over those behind it. */
export function resolveSchema(contract: Contract, schema: JsonSchema): Schema {
  if (typeof schema === "boolean") return {};
  const name = referenceOf(schema);
  if (name === undefined) return schema;
  const { $ref: _, ...beside } = schema;
  return { ...resolveSchema(contract, contract.schemas[name] ?? true), ...beside };
}

/** The types that a schema allows; none when it does not say. */
export function typesOf({ type, properties, items }: Schema): readonly string[] {
  if (type !== undefined) return typeof type === "string" ? [type] : type;
  if (properties !== undefined) return ["object"];
  return items === undefined ? [] : ["array"];
}
