import { isObject, type Json } from "../spec/json.ts";
import type { OpenApiSchema } from "../spec/openapi.ts";

const PROSE = new Set(["title", "summary", "description", "deprecated", "example", "examples", "externalDocs", "xml"]);

/** Writes a schema as a text that is equal for schemas which differ in prose or in the order of their members only. */
export function contentsOf(schema: OpenApiSchema): string {
  return canonical(schema as Json);
}

/** Writes any value so that equal values give equal texts, whatever the order of their members. */
export function canonical(value: Json, isSchema = true): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, isSchema)).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).toSorted();
  const kept = isSchema ? keys.filter((key) => !PROSE.has(key) && !key.startsWith("x-")) : keys;
  // The names in `properties` are no keywords: one of them may be `description`.
  const members = kept.map((key) => `${JSON.stringify(key)}:${canonicalMember(key, value[key] ?? null, isSchema)}`);
  return `{${members.join(",")}}`;
}

function canonicalMember(key: string, value: Json, isSchema: boolean): string {
  if (!isSchema) return canonical(value, false);
  if (DATA.has(key)) return canonical(value, false);
  if (!NAMED.has(key) || !isObject(value)) return canonical(value);
  const names = Object.keys(value).toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join(",")}}`;
}

const DATA = new Set(["const", "default", "enum"]);
const NAMED = new Set(["$defs", "dependentSchemas", "patternProperties", "properties"]);
