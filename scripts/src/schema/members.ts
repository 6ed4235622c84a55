import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { componentName } from "../spec/references.ts";
import { resolveSchema } from "./resolve-schema.ts";
import { hasType } from "./type-keywords.ts";

/** `read` for values in responses, `write` for values in requests. */
export type Direction = "read" | "write";

/** The schemas whose request and response types differ. */
export interface ReadWrite {
  /** The names of the component schemas with different request and response types. */
  names: ReadonlySet<string>;
  /** Returns whether the request and response types of a schema differ. Accepts named and inline schemas. */
  differs(schema: OpenApiSchema): boolean;
}

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
  const absent = new Set(properties.filter(([, member]) => !isPresent(member)).map(([name]) => name));
  const present = properties.filter(([name]) => !absent.has(name));
  return new Map(present.map(([name, member]) => [name, { schema: member, required: required.has(name) }]));
}

/** Returns the names that a schema requires but does not declare. In `allOf`, another part may declare them. */
export function requiredElsewhere(document: OpenApiDocument, schema: OpenApiSchema): string[] {
  const parts = partsOf(document, schema);
  const declared = new Set(parts.flatMap((part) => Object.keys(part.properties ?? {})));
  return parts.flatMap((part) => part.required ?? []).filter((name) => !declared.has(name));
}

/** Returns whether a schema always describes an object with a fixed set of members. */
export function isPlainObject(document: OpenApiDocument, schema: OpenApiSchema): boolean {
  const parts = partsOf(document, schema);
  const isObject = parts.some((part) => typeNameOf(part) === "object" || part.properties !== undefined);
  return (
    isObject &&
    parts.every(
      (part) =>
        ["object", undefined].includes(typeNameOf(part)) &&
        !part.nullable &&
        !part.additionalProperties &&
        !part.patternProperties &&
        ![...(part.oneOf ?? []), ...(part.anyOf ?? [])].some(hasType) &&
        !part.enum &&
        part.const === undefined,
    )
  );
}

/** Returns the type of a schema. Several types are separated by commas. */
function typeNameOf({ type }: OpenApiSchemaObject): string | undefined {
  return type === undefined ? undefined : [type].flat().join();
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

/** Returns the only direction of a member that is `readOnly` or `writeOnly`, directly or through a reference or `allOf`. */
export function onlyDirection(document: OpenApiDocument, member: OpenApiSchema): Direction | undefined {
  const { readOnly, writeOnly } = flagsOf(document, member);
  if (readOnly === writeOnly) return undefined;
  return readOnly ? "read" : "write";
}

function flagsOf(document: OpenApiDocument, schema: OpenApiSchema): { readOnly: boolean; writeOnly: boolean } {
  const parts = typeof schema === "boolean" ? [] : [schema, ...partsOf(document, schema)];
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
    if (schema.$ref !== undefined) onReference(componentName(schema.$ref));
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
