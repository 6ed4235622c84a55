import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { resolveSchema } from "./building.ts";
import { onlyDirection, type Direction } from "./read-write.ts";

/** A member of an object schema. */
export interface Member {
  schema: OpenApiSchema;
  required: boolean;
}

/** The members that a schema names, including those of its `allOf`, without those of the other direction. */
export function membersOf(document: OpenApiDocument, schema: OpenApiSchema, direction: Direction): Map<string, Member> {
  const parts = partsOf(document, schema);
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const properties = parts.flatMap((part) => Object.entries(part.properties ?? {}));
  const isPresent = (member: OpenApiSchema) => (onlyDirection(document, member) ?? direction) === direction;
  const present = properties.filter(([, member]) => isPresent(member));
  return new Map(present.map(([name, member]) => [name, { schema: member, required: required.has(name) }]));
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
