import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { normalizeSchema } from "./normalize-schema.ts";
import { resolveNamedSchema } from "./resolve-schema.ts";

/** Deeper types are abbreviated, to keep the text on one line. */
const MAX_DEPTH = 2;

/** Formats the type of a schema for display, such as `string | null`, `UserV1[]` or `"a" | "b"`. */
export function formatType(document: OpenApiDocument, schema: OpenApiSchema, depth = 0): string {
  const { schema: resolved, name } = resolveNamedSchema(document, schema);
  if (name !== undefined) return name;
  if (depth > MAX_DEPTH) return "…";
  const { types, values, items, alternatives, isNullable } = normalizeSchema(document, resolved);
  if (types?.size === 0) return "never";
  if (alternatives.length > 0) {
    return union([
      ...alternatives.map((choice) => formatType(document, choice, depth + 1)),
      ...(isNullable ? ["null"] : []),
    ]);
  }
  if (values) return union([...values.map((value) => JSON.stringify(value)), ...(isNullable ? ["null"] : [])]);
  if (!types) return "unknown";
  const names = [...types].filter((type) => !(type === "integer" && types.has("number")));
  return union(names.map((type) => (type === "array" ? formatArray(document, items, depth) : type)));
}

function formatArray(document: OpenApiDocument, items: OpenApiSchema | undefined, depth: number): string {
  if (items === undefined) return "array";
  const item = formatType(document, items, depth + 1);
  return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
}

function union(names: readonly string[]): string {
  return [...new Set(names)].join(" | ");
}
