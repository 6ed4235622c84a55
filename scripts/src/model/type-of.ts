import type { OpenApiSchema } from "../spec/openapi.ts";
import { parseReference } from "../spec/references.ts";
import { typeNameOf } from "../text/identifier.ts";
import { quote } from "../text/literal.ts";
import { isBinarySchema } from "./conventions.ts";
import { writableNameOf } from "./generated-names.ts";
import type { Member } from "./members.ts";

const NONE: ReadonlySet<string> = new Set();

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
 * other schema gets the type `fallback`, which looks it up in `openapi.ts`. References to schemas in `writable` get the request
 * type.
 */
export function typeOf(schema: OpenApiSchema, fallback: string, writable: ReadonlySet<string> = NONE): string {
  return simpleTypeOf(schema, writable) ?? fallback;
}

/** Returns an indexed access type, such as `T["a"]["b"]`. */
export function indexedAccess(type: string, ...keys: string[]): string {
  return type + keys.map((key) => `[${quote(key)}]`).join("");
}

/** Returns the TypeScript type of a member of the type `owner`, without the `undefined` of an optional member. */
export function memberType(name: string, { schema, required }: Member, owner: string): string {
  const type = indexedAccess(owner, name);
  return typeOf(schema, required ? type : `Exclude<${type}, undefined>`);
}

function simpleTypeOf(schema: OpenApiSchema, writable: ReadonlySet<string>): string | undefined {
  if (typeof schema === "boolean") return undefined;
  if (schema.$ref !== undefined) {
    const name = String(parseReference(schema.$ref)?.at(-1));
    return `S.${writable.has(name) ? writableNameOf(typeNameOf(name)) : typeNameOf(name)}`;
  }
  const { type, items } = schema;
  // Its type depends on the media type that contains it.
  if (isBinarySchema(schema)) return undefined;
  if (typeof type !== "string" || schema.nullable || schema.enum || schema.const !== undefined) return undefined;
  if (schema.allOf ?? schema.anyOf ?? schema.oneOf) return undefined;
  if (type !== "array") return PRIMITIVES[type];
  const item = items === undefined || "prefixItems" in schema ? undefined : simpleTypeOf(items, writable);
  return item && `${item}[]`;
}
