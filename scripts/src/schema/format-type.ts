import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { resolve } from "./resolve-schema.ts";
import { shapeOf } from "./normalize-schema.ts";

/** Deeper than this a type is too long to be read in one line. */
const MAX_DEPTH = 2;

/** Writes the type of a schema for people to read: `string | null`, `UserV1[]`, `"a" | "b"`. */
export function typeText(document: OpenApiDocument, schema: OpenApiSchema, depth = 0): string {
  const { schema: resolved, name } = resolve(document, schema);
  if (name !== undefined) return name;
  if (depth > MAX_DEPTH) return "…";
  const { types, values, items, alternatives, isNullable } = shapeOf(document, resolved);
  const nothingElse = types !== undefined && types.size === 0;
  if (nothingElse) return "nothing";
  if (alternatives.length > 0) {
    return union([
      ...alternatives.map((choice) => typeText(document, choice, depth + 1)),
      ...(isNullable ? ["null"] : []),
    ]);
  }
  if (values) return union([...values.map((value) => JSON.stringify(value)), ...(isNullable ? ["null"] : [])]);
  if (!types) return "anything";
  const names = [...types].filter((type) => !(type === "integer" && types.has("number")));
  return union(names.map((type) => (type === "array" ? listText(document, items, depth) : type)));
}

function listText(document: OpenApiDocument, items: OpenApiSchema | undefined, depth: number): string {
  if (items === undefined) return "array";
  const item = typeText(document, items, depth + 1);
  return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
}

function union(names: readonly string[]): string {
  return [...new Set(names)].join(" | ");
}
