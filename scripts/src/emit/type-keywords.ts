import { isObject, type Json } from "../spec/json.ts";

/** Keywords that describe the members of an object or its alternatives. */
export const CONTENT_KEYWORDS = "$ref properties patternProperties additionalProperties allOf anyOf oneOf enum".split(
  " ",
);

const OTHER_KEYWORDS = "const items nullable prefixItems".split(" ");

/** Returns whether a schema affects a type that also describes an object. An object without content does not. */
export function hasType(schema: Json): boolean {
  if (!isObject(schema)) return schema !== true;
  const { type } = schema;
  const isAnyObject = type === undefined || type === "object";
  return !isAnyObject || [...CONTENT_KEYWORDS, ...OTHER_KEYWORDS].some((keyword) => keyword in schema);
}
