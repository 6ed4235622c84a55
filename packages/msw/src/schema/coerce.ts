import type { Schema } from "@cfworker/json-schema";
import type { QueryValue } from "@segment-iam/client";
import { typesOf, variantsOf, type Contract, type JsonSchema } from "../contract.ts";

/** Converts text to a number or boolean where the schema allows it. Returns other text unchanged for validation to check. */
export function coerce(contract: Contract, value: QueryValue, schema: JsonSchema): unknown {
  const variants = variantsOf(contract, schema);
  if (typeof value === "string") return coerceText(value, possibleTypes(variants));
  if (isList(value)) {
    const items = variants
      .map((variant) => variant.items)
      .find((found) => found !== undefined && !Array.isArray(found));
    return value.map((item) => coerce(contract, item, (items as JsonSchema | undefined) ?? true));
  }
  const members = Object.entries(value).map(([name, member]) => [
    name,
    coerce(contract, member, memberSchema(contract, schema, name)),
  ]);
  return Object.fromEntries(members);
}

/** Returns the schema of a member; `true` if the schema does not describe it. */
export function memberSchema(contract: Contract, schema: JsonSchema, name: string): JsonSchema {
  const owner = variantsOf(contract, schema).find(({ properties = {} }) => Object.hasOwn(properties, name));
  return owner?.properties?.[name] ?? true;
}

function coerceText(text: string, types: readonly string[]): unknown {
  const isNumber = types.includes("integer") || types.includes("number");
  if (isNumber && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** Returns the types that a value can have, including those of `enum` and `const` values. */
function possibleTypes(variants: readonly Schema[]): string[] {
  return variants.flatMap((variant) => {
    const constants = [...(variant.enum ?? []), ...(variant.const === undefined ? [] : [variant.const])];
    return [...typesOf(variant), ...constants.map((value) => typeof value)];
  });
}

function isList(value: QueryValue): value is readonly QueryValue[] {
  return Array.isArray(value);
}
