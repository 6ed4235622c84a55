import { objectOrEmpty, type JsonObject } from "../../spec/json.ts";

/**
 * Merges the tags, paths and components of several documents. All other members come from the first document.
 *
 * @throws {Error} If two documents have the same operation or the same component
 */
export function mergeDocuments(documents: readonly JsonObject[]): JsonObject {
  const components = documents.map((document) => objectOrEmpty(document["components"]));
  const sections = new Set(components.flatMap(Object.keys));
  const merged = [...sections].map((section) => [section, mergeMembers(components, section)]);
  return {
    ...documents[0],
    tags: documents.flatMap(({ tags }) => tags ?? []),
    paths: mergePaths(documents),
    components: Object.fromEntries(merged) as JsonObject,
  };
}

function mergePaths(documents: readonly JsonObject[]): JsonObject {
  const paths = documents.map((document) => objectOrEmpty(document["paths"]));
  const names = new Set(paths.flatMap(Object.keys));
  return Object.fromEntries([...names].map((path) => [path, mergeMembers(paths, path)]));
}

/** Merges the members under one key of several objects. @throws {Error} If two objects share a member name. */
function mergeMembers(objects: readonly JsonObject[], key: string): JsonObject {
  const entries = objects.flatMap((object) => Object.entries(objectOrEmpty(object[key])));
  const merged = Object.fromEntries(entries);
  if (Object.keys(merged).length < entries.length) throw new Error(`Two documents have the same name in ${key}`);
  return merged;
}
