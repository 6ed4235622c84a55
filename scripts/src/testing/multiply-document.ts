import { isObject, type Json, type JsonObject } from "../spec/json.ts";

/** The sections of `components` that are named anew. */
const SECTIONS = ["schemas", "responses", "parameters", "requestBodies"];

/** Names that the packages' hand-written sources know: the first copy keeps all names. */
const FIRST = 0;

/** A document with all of another several times, each time with other paths, ids, tags and components. */
export function multiplyDocument(document: JsonObject, times: number): JsonObject {
  const copies = Array.from({ length: times }, (_, index) => renameAll(document, index));
  const components = SECTIONS.map((section) => [
    section,
    Object.assign({}, ...copies.map((copy) => membersOf(membersOf(copy["components"])[section]))) as JsonObject,
  ]);
  return {
    ...document,
    tags: copies.flatMap((copy) => copy["tags"] ?? []),
    paths: Object.assign({}, ...copies.map((copy) => copy["paths"])) as JsonObject,
    components: Object.fromEntries(components) as JsonObject,
  };
}

function renameAll(document: JsonObject, index: number): JsonObject {
  if (index === FIRST) return document;
  const { paths, components, ...others } = renameTexts(document, "", index) as JsonObject;
  const sections = Object.entries(membersOf(components)).map(([section, map]) => [
    section,
    renameKeys(membersOf(map), (name) => `${name}${index}`),
  ]);
  return {
    ...others,
    paths: renameKeys(membersOf(paths), (path) => `/copy-${index}${path}`),
    components: Object.fromEntries(sections) as JsonObject,
  };
}

function renameTexts(value: Json, key: string, index: number): Json {
  if (typeof value === "string") return renameText(value, key, index);
  if (Array.isArray(value)) return value.map((item) => renameTexts(item, key, index));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, member]): [string, Json] => [
    name,
    renameTexts(member, key === "mapping" ? key : name, index),
  ]);
  return Object.fromEntries(entries);
}

function renameText(text: string, key: string, index: number): string {
  const isName = key === "$ref" || key === "operationId" || key === "tags" || key === "mapping";
  return isName ? `${text}${index}` : text;
}

function renameKeys(map: JsonObject, rename: (name: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [rename(name), value]));
}

function membersOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
