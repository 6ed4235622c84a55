import { isObject, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { parseReference, valueAt } from "../spec/references.ts";

/** A schema that is no reference. */
export interface Resolved {
  schema: OpenApiSchemaObject;
  /** The name of the schema, if it was found through references. */
  name?: string;
}

/** What `true` stands for. */
const ANYTHING: OpenApiSchemaObject = {};

/** What `false` stands for: no value fits. */
export const NOTHING: OpenApiSchemaObject = { enum: [] };

/** What may stand beside a reference without making another schema of it. */
const BESIDE_REFERENCES = new Set([
  "$ref",
  "title",
  "summary",
  "description",
  "deprecated",
  "default",
  "example",
  "examples",
]);

/** Tells whether a schema says nothing of its own but prose: what it is, is said where it leads. */
export function isReference(schema: OpenApiSchema): schema is OpenApiSchemaObject & { $ref: string } {
  return (
    typeof schema === "object" &&
    schema.$ref !== undefined &&
    Object.keys(schema).every((key) => BESIDE_REFERENCES.has(key) || key.startsWith("x-"))
  );
}

/** Follows references until there is none. The last one gives the name. */
export function resolve(document: OpenApiDocument, schema: OpenApiSchema): Resolved {
  let current = schema;
  let name: string | undefined;
  while (isReference(current)) {
    const target = parseReference(current.$ref) ?? [];
    name = String(target.at(-1));
    const value = valueAt(document as unknown as JsonObject, target);
    current = isObject(value) ? (value as OpenApiSchemaObject) : value !== false;
  }
  const schemaObject = typeof current === "object" ? current : current ? ANYTHING : NOTHING;
  return { schema: schemaObject, ...(name !== undefined && { name }) };
}
