import { isObject, type Json, type JsonObject } from "../spec/json.ts";

/** One document with the tags, paths and components of several. Everything else is the first one's. */
export function mergeDocuments(documents: readonly JsonObject[]): JsonObject {
  const components = documents.map((document) => membersOf(document["components"]));
  const sections = new Set(components.flatMap(Object.keys));
  const merged = [...sections].map((section) => [section, mergeMembers(components, section)]);
  return {
    ...documents[0],
    tags: documents.flatMap(({ tags }) => tags ?? []),
    paths: mergeMembers(documents, "paths"),
    components: Object.fromEntries(merged) as JsonObject,
  };
}

/** The members of an object; none when it is not there. */
export function membersOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The members that one key has in several objects. @throws {Error} when two have a member of the same name. */
function mergeMembers(objects: readonly JsonObject[], key: string): JsonObject {
  const entries = objects.flatMap((object) => Object.entries(membersOf(object[key])));
  const merged = Object.fromEntries(entries);
  if (Object.keys(merged).length < entries.length) throw new Error(`Two documents have the same name in ${key}`);
  return merged;
}
