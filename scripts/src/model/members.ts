import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { parseReference } from "../spec/references.ts";
import { resolveSchema, type ReadWrite } from "./model-context.ts";

/** `read` for values in responses, `write` for values in requests. */
export type Direction = "read" | "write";

/** A member of an object schema. */
export interface Member {
  schema: OpenApiSchema;
  required: boolean;
}

/** Returns the named members of a schema and its `allOf` parts, without those of the opposite direction. */
export function membersOf(document: OpenApiDocument, schema: OpenApiSchema, direction: Direction): Map<string, Member> {
  const parts = partsOf(document, schema);
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const properties = parts.flatMap((part) => Object.entries(part.properties ?? {}));
  const isPresent = (member: OpenApiSchema) => (onlyDirection(document, member) ?? direction) === direction;
  const present = properties.filter(([, member]) => isPresent(member));
  return new Map(present.map(([name, member]) => [name, { schema: member, required: required.has(name) }]));
}

/** Returns whether a schema always describes an object with a fixed set of members. */
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

/** Returns a schema and the parts of its `allOf`, with references resolved. */
export function partsOf(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchemaObject[] {
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

/** Returns the only direction of a member that is `readOnly` or `writeOnly`, directly or through a reference. */
export function onlyDirection(document: OpenApiDocument, member: OpenApiSchema): Direction | undefined {
  const { readOnly, writeOnly } = flagsOf(document, member);
  if (readOnly === writeOnly) return undefined;
  return readOnly ? "read" : "write";
}

function flagsOf(document: OpenApiDocument, schema: OpenApiSchema): { readOnly: boolean; writeOnly: boolean } {
  const parts = typeof schema === "boolean" ? [] : [schema, resolveSchema(document, schema)];
  return {
    readOnly: parts.some(({ readOnly }) => readOnly === true),
    writeOnly: parts.some(({ writeOnly }) => writeOnly === true),
  };
}

/** Finds the schemas with a `readOnly` or `writeOnly` member at any depth. */
export function findReadWrite(document: OpenApiDocument): ReadWrite {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const names = new Set<string>();
  const users = new Map<string, Set<string>>();
  const visit = (schema: OpenApiSchema, onReference: (name: string) => void): boolean => {
    if (typeof schema === "boolean") return false;
    if (schema.$ref !== undefined) onReference(String(parseReference(schema.$ref)?.at(-1)));
    const members = Object.values(schema.properties ?? {});
    const isMarked = members.some((member) => onlyDirection(document, member) !== undefined);
    return [...members, ...innerSchemas(schema)].map((part) => visit(part, onReference)).includes(true) || isMarked;
  };
  for (const [name, schema] of schemas) {
    const addUser = (used: string) => users.set(used, users.get(used)?.add(name) ?? new Set([name]));
    if (visit(schema, addUser)) names.add(name);
  }
  // Iterating a set visits names added during the loop, so this also follows indirect references.
  for (const name of names) for (const user of users.get(name) ?? []) names.add(user);
  return {
    names,
    differs(schema) {
      let refersToMarked = false;
      const isMarked = visit(schema, (name) => {
        refersToMarked ||= names.has(name);
      });
      return isMarked || refersToMarked;
    },
  };
}

function innerSchemas(schema: Exclude<OpenApiSchema, boolean>): OpenApiSchema[] {
  const { patternProperties, additionalProperties, items, prefixItems, allOf, anyOf, oneOf } = schema;
  const parts = [...Object.values(patternProperties ?? {}), additionalProperties, items];
  return [...parts, prefixItems, allOf, anyOf, oneOf].flat().filter((part) => part !== undefined);
}
