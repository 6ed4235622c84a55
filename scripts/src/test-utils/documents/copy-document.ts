import { isObject, objectOrEmpty, type Json, type JsonObject } from "../../spec/json.ts";

/**
 * Copies a document with renamed paths, ids, tags and components, so that it can be merged with the original.
 *
 * References point to the renamed components. Every name gets the suffix `number`.
 */
export function copyDocument(document: JsonObject, number: number): JsonObject {
  const { paths, components, ...others } = renameTexts(document, "", number) as JsonObject;
  const sections = Object.entries(objectOrEmpty(components)).map(([section, map]) => [
    section,
    renameKeys(objectOrEmpty(map), (name) => `${name}${number}`),
  ]);
  return {
    ...others,
    paths: renameKeys(objectOrEmpty(paths), (path) => `/copy-${number}${path}`),
    components: Object.fromEntries(sections) as JsonObject,
  };
}

function renameTexts(value: Json, key: string, number: number): Json {
  if (typeof value === "string") return renameText(value, key, number);
  if (Array.isArray(value)) return value.map((item) => renameTexts(item, key, number));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, member]): [string, Json] => [
    name,
    renameTexts(member, ["mapping", "tags"].includes(key) ? key : name, number),
  ]);
  return Object.fromEntries(entries);
}

function renameText(text: string, key: string, number: number): string {
  const isName = key === "$ref" || key === "operationId" || key === "tags" || key === "mapping";
  return isName ? `${text}${number}` : text;
}

function renameKeys(map: JsonObject, rename: (name: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [rename(name), value]));
}
