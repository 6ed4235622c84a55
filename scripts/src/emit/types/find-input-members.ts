import { isObject, objectOrEmpty, type Json, type JsonObject } from "../../spec/json.ts";
import { parseReference, valueAt } from "../../spec/references.ts";

/**
 * Returns the schemas of all members that a request can contain.
 *
 * Includes schemas that requests and responses share. Omits members that `allOf` makes required, because openapi-typescript cannot
 * remove `undefined` from their types.
 */
export function findInputMembers(document: JsonObject): ReadonlySet<Json> {
  const members = new Set<Json>();
  const visited = new Set<Json>();
  visitRequests(document["paths"]);
  deleteRequired(document);
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
    }
    for (const inner of Object.values(value)) visit(inner);
  }

  /** Deletes the members that an `allOf` anywhere in the document requires, also in responses. */
  function deleteRequired(value: Json): void {
    if (typeof value !== "object" || value === null) return;
    if (isObject(value) && "allOf" in value) {
      const parts = partsOf(value, new Set());
      const names = parts.flatMap(({ required }) => (Array.isArray(required) ? required : []));
      for (const properties of parts.map(propertiesOf)) {
        for (const name of names) members.delete(properties[String(name)] ?? null);
      }
    }
    for (const inner of Object.values(value)) deleteRequired(inner);
  }

  /** Returns a schema and the parts of its `allOf` at every depth. */
  function partsOf(schema: Json, parts: Set<JsonObject>): JsonObject[] {
    const target = resolve(schema);
    if (isObject(target) && !parts.has(target)) {
      parts.add(target);
      if (Array.isArray(target["allOf"])) for (const part of target["allOf"]) partsOf(part, parts);
    }
    return [...parts];
  }

  /** Returns the target of a chain of references, or the value if it is not a reference. `validate` has rejected cycles. */
  function resolve(value: Json | undefined): Json | undefined {
    const reference = value !== undefined && isObject(value) ? value["$ref"] : undefined;
    return typeof reference === "string" ? resolve(valueAt(document, parseReference(reference) ?? [])) : value;
  }
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return objectOrEmpty(properties);
}
