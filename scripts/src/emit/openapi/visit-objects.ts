import { isObject, type Json, type JsonObject } from "../../spec/json.ts";

/** What holds things by their names, so that a name is never taken for a keyword. */
const MAPS = new Set("content headers patternProperties properties requestBodies responses schemas".split(" "));

/** What holds data, or says nothing about types. */
const LEFT_OUT = new Set(
  (
    "$defs callbacks const default discriminator enum example examples externalDocs links security securitySchemes " +
    "servers tags"
  ).split(" "),
);

/** Visits every object in a part of the document that could be a schema, from the outside in. */
export function visitObjects(value: Json, visit: (object: JsonObject) => void): void {
  if (Array.isArray(value)) for (const item of value) visitObjects(item, visit);
  if (!isObject(value)) return;
  visit(value);
  for (const [key, inner] of Object.entries(value)) {
    if (LEFT_OUT.has(key) || key.startsWith("x-")) continue;
    if (!MAPS.has(key)) visitObjects(inner, visit);
    else if (isObject(inner)) for (const named of Object.values(inner)) visitObjects(named, visit);
  }
}
