import { resolveSchema, type Building } from "./building.ts";
import type { Input, List } from "./model.ts";
import { indexed, typeOf } from "./type-of.ts";

/** Finds the one required input of an operation, if it is a list. */
export function findList(
  { document, readWrite }: Building,
  inputs: readonly Input[],
  typeName: string,
): List | undefined {
  const [input, ...others] = inputs.filter(({ required }) => required);
  if (input === undefined || others.length > 0 || input.in === "header") return undefined;
  const { type, items } = resolveSchema(document, input.schema);
  if (type !== "array") return undefined;
  return {
    input: input.name,
    itemType: typeOf(items ?? true, `NonNullable<${indexed(`${typeName}Input`, input.name)}>[number]`, readWrite.names),
  };
}
