import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import { parseReference, valueAt } from "../spec/references.ts";

/**
 * Finds the members of all schemas that a request can contain, and returns their schemas.
 *
 * A schema that requests and responses share belongs to requests. A member that `allOf` makes required is left out, because
 * openapi-typescript cannot remove `undefined` from its type again.
 */
export function findInputMembers(document: JsonObject): ReadonlySet<Json> {
  const members = new Set<Json>();
  const requiredMembers = new Set<Json>();
  const visited = new Set<Json>();
  visitRequests(document["paths"]);
  for (const member of requiredMembers) members.delete(member);
  return members;

  /** Visits the `parameters` and `requestBody` of path items and of their operations. */
  function visitRequests(value: Json | undefined, depth = 0): void {
    if (!isObject(value) || depth > 2) return;
    for (const [key, inner] of Object.entries(value)) {
      if (depth > 0 && (key === "parameters" || key === "requestBody")) visit(inner);
      else visitRequests(inner, depth + 1);
    }
  }

  function visit(value: Json | undefined): void {
    if (typeof value !== "object" || value === null || visited.has(value)) return;
    visited.add(value);
    if (isObject(value)) {
      if (typeof value["$ref"] === "string") visit(resolve(value));
      for (const member of Object.values(propertiesOf(value))) members.add(member);
      if (Array.isArray(value["allOf"])) addRequired([value, ...value["allOf"].map(resolve).filter(isObject)]);
    }
    for (const inner of Object.values(value)) visit(inner);
  }

  function addRequired(parts: readonly JsonObject[]): void {
    const names = parts.flatMap(({ required }) => (Array.isArray(required) ? required : []));
    for (const properties of parts.map(propertiesOf)) {
      for (const name of names) requiredMembers.add(properties[String(name)] ?? null);
    }
  }

  /** Returns the target of a reference, or else the value. */
  function resolve(value: Json): Json | undefined {
    const reference = isObject(value) ? value["$ref"] : undefined;
    return typeof reference === "string" ? valueAt(document, parseReference(reference) ?? []) : value;
  }
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return isObject(properties) ? properties : {};
}
