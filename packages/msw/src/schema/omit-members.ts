import type { Schema } from "@cfworker/json-schema";
import { isOmitted, isRecord, variantsOf, type Contract, type JsonSchema } from "../contract.ts";

/** Removes `readOnly` members of a request and `writeOnly` members of an example, at any depth. See {@link isOmitted}. */
export function omitMembers(contract: Contract, value: unknown, schemas: readonly JsonSchema[]): unknown {
  const variants = schemas.flatMap((schema) => variantsOf(contract, schema));
  if (variants.length === 0) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      omitMembers(
        contract,
        item,
        variants.flatMap((variant) => itemSchemas(variant, index)),
      ),
    );
  }
  if (!isRecord(value) || value instanceof Blob) return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const definitions = variants.flatMap((variant) => memberSchemas(variant, name));
    const isAbsent = definitions.length > 0 && definitions.every(isOmitted);
    return isAbsent ? [] : [[name, omitMembers(contract, member, definitions)]];
  });
  return Object.fromEntries(members);
}

function itemSchemas({ items, prefixItems }: Schema, index: number): JsonSchema[] {
  const schema = (Array.isArray(items) ? items : prefixItems)?.[index] ?? items;
  return schema === undefined || Array.isArray(schema) ? [] : [schema];
}

function memberSchemas({ properties = {}, additionalProperties }: Schema, name: string): JsonSchema[] {
  const schema = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
  return schema === undefined ? [] : [schema];
}
