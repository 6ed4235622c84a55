import { isObject, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { parseReference, valueAt } from "../spec/references.ts";

/** A schema after its references were followed. */
export interface NamedSchema {
  schema: OpenApiSchemaObject;
  /** The name of the component, if the schema was a reference. */
  name?: string;
}

/** The meaning of the schema `true`. */
const ANYTHING: OpenApiSchemaObject = {};

/** The meaning of the schema `false`: no value is valid. */
export const NOTHING: OpenApiSchemaObject = { enum: [] };

/** Returns whether a schema is a reference. `validate` leaves only annotations beside it. */
export function isReference(schema: OpenApiSchema): schema is OpenApiSchemaObject & { $ref: string } {
  return typeof schema === "object" && schema.$ref !== undefined;
}

/** Follows references to a schema. */
export function resolveSchema(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchemaObject {
  return resolveNamedSchema(document, schema).schema;
}

/** Follows references to a schema. The last reference determines the name. */
export function resolveNamedSchema(document: OpenApiDocument, schema: OpenApiSchema): NamedSchema {
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
