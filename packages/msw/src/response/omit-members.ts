import { isOmitted, variantsOf, type Contract, type JsonSchema } from "../contract.ts";
import { isRecord } from "./is-record.ts";

/** Removes the members that the schemas of a value omit, at any depth. An example or a request may contain them. */
export function omitMembers(contract: Contract, value: unknown, schemas: readonly JsonSchema[]): unknown {
  const variants = schemas.flatMap((schema) => variantsOf(contract, schema));
  if (variants.length === 0) return value;
  if (Array.isArray(value)) {
    const items = variants.flatMap((variant): JsonSchema[] =>
      Array.isArray(variant.items) ? [] : [variant.items ?? []].flat(),
    );
    return value.map((item) => omitMembers(contract, item, items));
  }
  if (!isRecord(value)) return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const definitions = variants.flatMap(({ properties = {} }) =>
      Object.hasOwn(properties, name) ? [properties[name] ?? true] : [],
    );
    return definitions.some(isOmitted) ? [] : [[name, omitMembers(contract, member, definitions)]];
  });
  return Object.fromEntries(members);
}
