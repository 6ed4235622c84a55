import type { Contract, JsonSchema } from "../contract.ts";
import type { QueryNode } from "./parse-query.ts";
import { possibleTypes, variantsOf } from "./possible-types.ts";

/** Gives a query's text the types that its schema asks for. What does not fit stays as it is, for the validator to refuse. */
export function coerce(contract: Contract, node: QueryNode, schema: JsonSchema): unknown {
  const variants = variantsOf(contract, schema);
  const types = possibleTypes(variants);
  if (typeof node === "string") return coerceText(node, types);
  const isList = types.includes("array") && [...node.keys()].every((name) => /^\d+$/.test(name));
  if (isList) {
    const items = variants
      .map((variant) => variant.items)
      .find((found) => found !== undefined && !Array.isArray(found));
    const entries = [...node].toSorted(([a], [b]) => Number(a) - Number(b));
    return entries.map(([, item]) => coerce(contract, item, (items as JsonSchema | undefined) ?? true));
  }
  const members = [...node].map(([name, member]) => {
    const described = variants.map(({ properties }) => properties?.[name]).find((found) => found !== undefined);
    return [name, coerce(contract, member, described ?? true)] as const;
  });
  return Object.fromEntries(members);
}

function coerceText(text: string, types: readonly string[]): unknown {
  const isNumber = types.includes("integer") || types.includes("number");
  if (isNumber && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}
