import { isObject, type Json } from "../spec/json.ts";
import type { OpenApiSchema } from "../spec/openapi.ts";

/** Keywords that do not affect the type of a value. */
const DOCUMENTATION = new Set([
  "title",
  "summary",
  "description",
  "deprecated",
  "example",
  "examples",
  "externalDocs",
  "xml",
]);

/** Serializes a schema. Schemas that differ only in documentation or in the order of keys give equal texts. */
export function canonicalSchema(schema: OpenApiSchema): string {
  return canonicalJson(schema as Json);
}

/** Serializes a value with sorted keys. With `isSchema`, omits documentation and extension keywords. */
export function canonicalJson(value: Json, isSchema = true): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, isSchema)).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).toSorted();
  const kept = isSchema ? keys.filter((key) => !DOCUMENTATION.has(key) && !key.startsWith("x-")) : keys;
  const members = kept.map((key) => `${JSON.stringify(key)}:${canonicalMember(key, value[key] ?? null, isSchema)}`);
  return `{${members.join(",")}}`;
}

/** Keys of `properties` are names, not keywords: one of them may be `description`. */
function canonicalMember(key: string, value: Json, isSchema: boolean): string {
  if (!isSchema) return canonicalJson(value, false);
  if (DATA.has(key)) return canonicalJson(value, false);
  if (!NAMED.has(key) || !isObject(value)) return canonicalJson(value);
  const names = Object.keys(value).toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`).join(",")}}`;
}

/** Keywords whose argument is data. */
const DATA = new Set(["const", "default", "enum"]);
/** Keywords whose argument maps names to schemas. */
const NAMED = new Set(["$defs", "dependentSchemas", "patternProperties", "properties"]);
