import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { resolveSchema } from "./building.ts";

/** A member of an object schema. */
export interface Member {
  schema: OpenApiSchema;
  required: boolean;
}

/** The members that a schema names, those of its `allOf` included. */
export function membersOf(document: OpenApiDocument, schema: OpenApiSchema): Map<string, Member> {
  const parts = partsOf(document, schema);
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const properties = parts.flatMap((part) => Object.entries(part.properties ?? {}));
  return new Map(properties.map(([name, member]) => [name, { schema: member, required: required.has(name) }]));
}

/** Tells whether the members say all there is to say: an object, always, with no alternatives and no free names. */
export function isPlainObject(document: OpenApiDocument, schema: OpenApiSchema): boolean {
  return partsOf(document, schema).every(
    (part) =>
      ([part.type].flat().join() === "object" ||
        (part.type === undefined && (part.properties !== undefined || part.allOf !== undefined))) &&
      !part.nullable &&
      !part.additionalProperties &&
      !part.patternProperties &&
      !part.oneOf &&
      !part.anyOf &&
      !part.enum,
  );
}

function partsOf(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchemaObject[] {
  const parts = new Set<OpenApiSchemaObject>();
  const visit = (part: OpenApiSchema): void => {
    const resolved = resolveSchema(document, part);
    if (parts.has(resolved)) return;
    parts.add(resolved);
    resolved.allOf?.forEach(visit);
  };
  visit(schema);
  return [...parts];
}
