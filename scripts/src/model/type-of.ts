import type { OpenApiSchema } from "../spec/openapi.ts";
import { componentName } from "../spec/references.ts";
import { quote } from "../text/literal.ts";
import { isBinarySchema } from "./conventions.ts";
import type { Member } from "../schema/members.ts";

/** Returns the type name of a schema, in requests or in responses. */
export type TypeNameOf = (schema: string) => string;

const PRIMITIVES: Record<string, string> = {
  boolean: "boolean",
  integer: "number",
  number: "number",
  string: "string",
};

/**
 * Returns the TypeScript type of a schema.
 *
 * A reference becomes a name in the namespace `S`. Primitives, and arrays of primitives or references, are written inline. Any
 * other schema gets the type `fallback`, which looks it up in `openapi.ts`.
 */
export function typeOf(schema: OpenApiSchema, fallback: string, typeNameOf: TypeNameOf): string {
  return simpleTypeOf(schema, typeNameOf) ?? fallback;
}

/** Returns an indexed access type, such as `T["a"]["b"]`. */
export function indexedAccess(type: string, ...keys: string[]): string {
  return type + keys.map((key) => `[${quote(key)}]`).join("");
}

/** Returns the TypeScript type of a member of the type `owner`, without the `undefined` of an optional member. */
export function memberType(name: string, { schema, required }: Member, owner: string, typeNameOf: TypeNameOf): string {
  const type = indexedAccess(owner, name);
  return typeOf(schema, required ? type : `Exclude<${type}, undefined>`, typeNameOf);
}

function simpleTypeOf(schema: OpenApiSchema, typeNameOf: TypeNameOf): string | undefined {
  if (typeof schema === "boolean") return undefined;
  if (schema.$ref !== undefined) return `S.${typeNameOf(componentName(schema.$ref))}`;
  const { type, items } = schema;
  // The type of a file depends on the media type that contains it.
  if (isBinarySchema(schema)) return undefined;
  if (typeof type !== "string" || schema.nullable || schema.enum || schema.const !== undefined) return undefined;
  if (schema.allOf ?? schema.anyOf ?? schema.oneOf) return undefined;
  if (type !== "array") return PRIMITIVES[type];
  const item = items === undefined || "prefixItems" in schema ? undefined : simpleTypeOf(items, typeNameOf);
  return item && `${item}[]`;
}
