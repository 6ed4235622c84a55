import { isObject, objectOrEmpty, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { formatReference } from "../spec/references.ts";
import { freeNameOf } from "./normalize-references.ts";

/** Keywords that belong to the union. All other keywords describe the members that the alternatives share. */
const UNION_KEYWORDS = new Set(
  "oneOf discriminator nullable readOnly writeOnly default example examples x-name".split(" "),
);

/** A document in which no base schema contains its alternatives. */
export interface SeparatedDocument {
  document: JsonObject;
  /** The paths of the added schemas. */
  bases: Path[];
}

/**
 * Separates base schemas that also list their alternatives, a common notation for inheritance:
 * `Pet: { properties, discriminator, oneOf: [Cat] }` with `Cat: { allOf: [Pet] }`.
 *
 * Taken literally, such a schema contains itself. `Pet` stays the union, and the alternatives contain `PetBase` instead of `Pet`.
 */
export function separateBases(document: JsonObject): SeparatedDocument {
  const schemas = objectOrEmpty(objectOrEmpty(document["components"])["schemas"]);
  const bases = Object.entries(schemas).filter(([name, schema]) => isBase(schemas, name, schema));
  if (bases.length === 0) return { document, bases: [] };
  const separated: JsonObject = { ...schemas };
  const added: Path[] = [];
  for (const [name, base] of bases as [string, JsonObject][]) {
    const baseName = freeNameOf(`${name}Base`, Object.keys(separated));
    added.push(["components", "schemas", baseName]);
    const keywords = Object.entries(base);
    separated[baseName] = Object.fromEntries(keywords.filter(([keyword]) => !UNION_KEYWORDS.has(keyword)));
    separated[name] = Object.fromEntries(
      keywords.filter(([keyword]) => UNION_KEYWORDS.has(keyword) || keyword === "title" || keyword === "description"),
    );
    for (const alternative of alternativesOf(schemas, base)) {
      const { allOf = [] } = separated[alternative] as JsonObject;
      const parts = (allOf as Json[]).map((part) => (isReferenceTo(part, name) ? { $ref: referenceTo(baseName) } : part));
      separated[alternative] = { ...(separated[alternative] as JsonObject), allOf: parts };
    }
  }
  const components = { ...objectOrEmpty(document["components"]), schemas: separated };
  return { document: { ...document, components }, bases: added };
}

/** Returns whether a schema has a discriminator, and all its alternatives contain it in `allOf`. */
function isBase(schemas: JsonObject, name: string, schema: Json): schema is JsonObject {
  if (!isObject(schema) || !isObject(schema["discriminator"]) || !Array.isArray(schema["oneOf"])) return false;
  const alternatives = alternativesOf(schemas, schema);
  return alternatives.length > 0 && alternatives.length === schema["oneOf"].length && alternatives.every(contains);

  function contains(alternative: string): boolean {
    const { allOf } = objectOrEmpty(schemas[alternative]);
    return Array.isArray(allOf) && allOf.some((part) => isReferenceTo(part, name));
  }
}

/** Returns the names of the schemas that the `oneOf` of a schema references. */
function alternativesOf(schemas: JsonObject, { oneOf }: JsonObject): string[] {
  const parts = Array.isArray(oneOf) ? oneOf : [];
  return Object.keys(schemas).filter((name) => parts.some((part) => isReferenceTo(part, name)));
}

function isReferenceTo(part: Json, name: string): boolean {
  return isObject(part) && part["$ref"] === referenceTo(name);
}

function referenceTo(name: string): string {
  return formatReference(["components", "schemas", name]);
}
