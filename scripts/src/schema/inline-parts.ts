import type { OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";

/** Returns a schema and the parts that it combines with: its `allOf`, and the only alternative beside null. Follows no references. */
export function inlineParts(schema: OpenApiSchemaObject): OpenApiSchemaObject[] {
  const only = [schema.anyOf, schema.oneOf].map((choices = []) => choices.filter((choice) => !isNull(choice)));
  const combined = [schema.allOf ?? [], ...only.filter(({ length }) => length === 1)].flat();
  return [schema, ...combined.flatMap((part) => (typeof part === "object" ? inlineParts(part) : []))];
}

/** Returns whether a schema accepts null only. */
export function isNull(schema: OpenApiSchema): boolean {
  return typeof schema === "object" && schema.type === "null";
}
