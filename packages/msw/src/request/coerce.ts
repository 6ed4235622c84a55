import type { Contract, JsonSchema } from "../contract.ts";
import type { QueryNode } from "./parse-query.ts";
import { resolveSchema, typesOf } from "./resolve-schema.ts";

/** Gives a query's text the types that its schema asks for. What does not fit stays as it is, for the validator to refuse. */
export function coerce(contract: Contract, node: QueryNode, schema: JsonSchema): unknown {
  const resolved = resolveSchema(contract, schema);
  const types = typesOf(resolved);
  if (typeof node === "string") return coerceText(node, types);
  if (types.includes("array")) {
    const items = Array.isArray(resolved.items) ? true : (resolved.items ?? true);
    const entries = [...node].toSorted(([a], [b]) => Number(a) - Number(b));
    return entries.map(([, item]) => coerce(contract, item, items));
  }
  const members = [...node].map(([name, member]) => {
    return [name, coerce(contract, member, resolved.properties?.[name] ?? true)] as const;
  });
  return Object.fromEntries(members);
}

function coerceText(text: string, types: readonly string[]): unknown {
  const isNumber = types.includes("integer") || types.includes("number");
  if (isNumber && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}
