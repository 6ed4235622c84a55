import { canonicalJson } from "../../schema/canonical-json.ts";
import { isObject, objectOrEmpty, type Json, type JsonObject } from "../../spec/json.ts";
import { hasType } from "../../schema/type-keywords.ts";

/**
 * Adds the types of named members to the index signature of an object. Otherwise TypeScript accepts no value for the type.
 *
 * An index signature of `unknown` would also accept them, but would lose the type of the other members.
 */
export function acceptNamedMembers(schema: JsonObject): void {
  const { properties, additionalProperties = false, patternProperties } = schema;
  if (!isObject(properties)) return;
  const patterns = objectOrEmpty(patternProperties);
  const indexed = [additionalProperties, ...Object.values(patterns)].filter((index) => index !== false);
  const acceptsAll = indexed.some((index) => !hasType(index) && (!isObject(index) || index["type"] === undefined));
  if (indexed.length === 0 || acceptsAll) return;
  const others = Object.values(properties).filter((member) => !indexed.some((index) => accepts(index, member)));
  const distinct = new Map(others.map((member) => [canonicalJson(member), member]));
  if (distinct.size === 0) return;
  // openapi-typescript ignores the keys of `patternProperties`, so any key can be added.
  const added = Object.fromEntries(Array.from(distinct, ([key, member]) => [`member ${key}`, member]));
  schema["patternProperties"] = Object.assign(Object.create(null), patterns, added) as JsonObject;
}

/** Returns whether the type of an index signature certainly includes the type of a member. */
function accepts(index: Json, member: Json): boolean {
  if (member === false || canonicalJson(index) === canonicalJson(member)) return true;
  if (!isObject(index) || !isObject(member) || index["type"] !== member["type"]) return false;
  const isPrimitive = ["boolean", "integer", "number", "string"].includes(String(index["type"]));
  return isPrimitive && ![index, member].some((schema) => NARROWING.some((keyword) => keyword in schema));
}

/** Keywords that change the type of a primitive. */
const NARROWING = ["allOf", "anyOf", "const", "enum", "nullable", "oneOf"];
