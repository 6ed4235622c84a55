import type { Json } from "../spec/json.ts";
import type { OpenApiSchema } from "../spec/openapi.ts";

/** Keywords that describe the members of an object or its alternatives. */
export const CONTENT_KEYWORDS = "$ref properties patternProperties additionalProperties allOf anyOf oneOf enum".split(
  " ",
);

const OTHER_KEYWORDS = "const items nullable prefixItems".split(" ");

/** Returns whether a schema changes an object type that it is combined with, as in `allOf`. `type: object` alone does not. */
export function hasType(schema: Json | OpenApiSchema): boolean {
  if (typeof schema !== "object" || schema === null) return schema !== true;
  const { type } = schema as { type?: Json };
  const isAnyObject = type === undefined || type === "object";
  return !isAnyObject || [...CONTENT_KEYWORDS, ...OTHER_KEYWORDS].some((keyword) => keyword in schema);
}
