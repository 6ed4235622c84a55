import type { OpenApiSchema } from "../spec/openapi.ts";
import { parseReference } from "../spec/references.ts";
import { typeNameOf } from "../text/identifier.ts";
import { quote } from "../text/literal.ts";
import { writableNameOf } from "./generated-names.ts";
import type { Member } from "./members.ts";

const NONE: ReadonlySet<string> = new Set();

const KEYWORDS: Record<string, string> = { boolean: "boolean", integer: "number", number: "number", string: "string" };

/**
 * The TypeScript type of a schema, where it can be read off: the name of a named one (in the namespace `S`), a plain
 * `string` or `number`, or a list of these.
 *
 * Anything richer is left to `openapi.ts`: `fallback` says where that file has the type. The schemas in `writable` are those with a
 * type of their own in requests.
 */
export function typeOf(schema: OpenApiSchema, fallback: string, writable: ReadonlySet<string> = NONE): string {
  return simpleTypeOf(schema, writable) ?? fallback;
}

/** The type of a member of another type, written so that it is looked up there. */
export function indexed(type: string, ...keys: string[]): string {
  return type + keys.map((key) => `[${quote(key)}]`).join("");
}

/** The TypeScript type of a member of another type, without the `undefined` of an optional one. */
export function memberType(name: string, { schema, required }: Member, owner: string): string {
  const type = indexed(owner, name);
  return typeOf(schema, required ? type : `Exclude<${type}, undefined>`);
}

function simpleTypeOf(schema: OpenApiSchema, writable: ReadonlySet<string>): string | undefined {
  if (typeof schema === "boolean") return undefined;
  if (schema.$ref !== undefined) {
    const name = String(parseReference(schema.$ref)?.at(-1));
    return `S.${writable.has(name) ? writableNameOf(typeNameOf(name)) : typeNameOf(name)}`;
  }
  const { type, items } = schema;
  if (typeof type !== "string" || schema.nullable || schema.enum || schema.const !== undefined) return undefined;
  if (schema.allOf ?? schema.anyOf ?? schema.oneOf) return undefined;
  if (type !== "array") return KEYWORDS[type];
  const item = items === undefined || "prefixItems" in schema ? undefined : simpleTypeOf(items, writable);
  return item && `${item}[]`;
}
