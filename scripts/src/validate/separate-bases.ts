import { isObject, objectOrEmpty, type Json, type JsonObject } from "../spec/json.ts";
import { formatReference } from "../spec/references.ts";
import { freeNameOf } from "./normalize-references.ts";

/** Keywords that belong to the union. */
const UNION_KEYWORDS = "oneOf discriminator nullable readOnly writeOnly default example examples x-name".split(" ");

/** Keywords that belong to both the union and the shared members. */
const COMMON_KEYWORDS = ["title", "description", "deprecated"];

/** A document in which no base schema contains its alternatives. */
interface SeparatedDocument {
  document: JsonObject;
  /** The names of the added schemas, with the names of the schemas whose shared members they have. */
  originals: ReadonlyMap<string, string>;
}

/**
 * Separates base schemas that also list their alternatives, a common notation for inheritance:
 * `Pet: { properties, discriminator, oneOf: [Cat] }` with `Cat: { allOf: [Pet] }`.
 *
 * Taken literally, such a schema contains itself. `Pet` stays the union, and the alternatives contain `PetBase` instead of `Pet`.
 */
export function separateBases(document: JsonObject): SeparatedDocument {
  const components = objectOrEmpty(document["components"]);
  const schemas = objectOrEmpty(components["schemas"]);
  const bases = Object.keys(schemas).filter((name) => isBase(schemas, name));
  if (bases.length === 0) return { document, originals: new Map() };
  const baseNames = new Map<string, string>();
  for (const name of bases) {
    baseNames.set(name, freeNameOf(`${name}Base`, [...Object.keys(schemas), ...baseNames.values()]));
  }
  const separated = Object.entries(schemas).flatMap(([name, schema]): [string, Json][] => {
    const extended = bases.filter((base) => isAlternative(schemas[base], name));
    const members = replaceParts(schema, new Map(extended.map((base) => [base, baseNames.get(base) ?? base])));
    const baseName = baseNames.get(name);
    if (baseName === undefined) return [[name, members]];
    return [
      [name, pick(members, (keyword) => UNION_KEYWORDS.includes(keyword) || COMMON_KEYWORDS.includes(keyword))],
      [baseName, pick(members, (keyword) => !UNION_KEYWORDS.includes(keyword))],
    ];
  });
  return {
    document: { ...document, components: { ...components, schemas: Object.fromEntries(separated) } },
    originals: new Map([...baseNames].map(([name, baseName]) => [baseName, name])),
  };
}

/** Returns whether a schema has a discriminator, and all its alternatives contain it in `allOf`. */
function isBase(schemas: JsonObject, name: string): boolean {
  const { discriminator, oneOf } = objectOrEmpty(schemas[name]);
  if (!isObject(discriminator) || !Array.isArray(oneOf) || oneOf.length === 0) return false;
  const extending = Object.entries(schemas).filter(([, schema]) => listIn(schema, "allOf").some(isReferenceTo(name)));
  return oneOf.every((part) => extending.some(([alternative]) => isReferenceTo(alternative)(part)));
}

function isAlternative(base: Json | undefined, name: string): boolean {
  return listIn(base, "oneOf").some(isReferenceTo(name));
}

/** Replaces references in the `allOf` of a schema. */
function replaceParts(schema: Json, names: ReadonlyMap<string, string>): Json {
  if (!isObject(schema) || names.size === 0) return schema;
  const parts = listIn(schema, "allOf").map((part) => {
    const [, name] = [...names].find(([base]) => isReferenceTo(base)(part)) ?? [];
    return name === undefined ? part : referenceTo(name);
  });
  return { ...schema, allOf: parts };
}

function listIn(schema: Json | undefined, keyword: string): Json[] {
  const list = objectOrEmpty(schema)[keyword];
  return Array.isArray(list) ? list : [];
}

function pick(schema: Json, isPicked: (keyword: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(objectOrEmpty(schema)).filter(([keyword]) => isPicked(keyword)));
}

function isReferenceTo(name: string): (part: Json) => boolean {
  const { $ref } = referenceTo(name);
  return (part) => isObject(part) && part["$ref"] === $ref;
}

function referenceTo(name: string): { $ref: string } {
  return { $ref: formatReference(["components", "schemas", name]) };
}
