import type { OpenApiSchemaObject } from "../../spec/openapi.ts";

/** Keywords that say what is in an object. */
const CONTENTS = ["$ref", "properties", "patternProperties", "additionalProperties", "allOf", "anyOf", "oneOf", "enum"];

/** Says of an object of which nothing is said that it may have any members, as the rest of the generator takes it. */
export function openObject(schema: OpenApiSchemaObject): OpenApiSchemaObject {
  if (schema.type !== "object" || CONTENTS.some((keyword) => keyword in schema)) return schema;
  return { ...schema, additionalProperties: true };
}
