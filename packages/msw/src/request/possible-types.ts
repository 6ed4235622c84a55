import type { Schema } from "@cfworker/json-schema";
import type { Contract, JsonSchema } from "../contract.ts";
import { referenceOf, resolveSchema, typesOf } from "./resolve-schema.ts";

/** A schema's alternatives and parts, behind their references, itself among them: one of them has the keyword looked for. */
export function variantsOf(contract: Contract, schema: JsonSchema, open: readonly string[] = []): Schema[] {
  const name = referenceOf(schema);
  if (name !== undefined && open.includes(name)) return [];
  const inside = name === undefined ? open : [...open, name];
  const resolved = resolveSchema(contract, schema);
  const { allOf = [], anyOf = [], oneOf = [] } = resolved;
  return [resolved, ...[...allOf, ...anyOf, ...oneOf].flatMap((part) => variantsOf(contract, part, inside))];
}

/** The types that a value may have; those of fixed values are told by the values. */
export function possibleTypes(variants: readonly Schema[]): string[] {
  return variants.flatMap((variant) => {
    const fixed = [...(variant.enum ?? []), ...(variant.const === undefined ? [] : [variant.const])];
    return [...typesOf(variant), ...fixed.map((value) => typeof value)];
  });
}
