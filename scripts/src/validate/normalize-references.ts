import { isObject, objectOrEmpty, type Json, type JsonObject, type Path } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import { formatReference, isComponent, parseReference, valueAt, type FoundReference } from "../spec/references.ts";
import type { Problem } from "../spec/spec-error.ts";
import { capitalize, operationNameOf, typeNameOf } from "../text/identifier.ts";

/** A document that `validate` accepted. */
export interface ValidDocument {
  /** The document. All references are to components, and only annotations are beside references to schemas. */
  document: OpenApiDocument;
  /** Problems that do not stop generation. */
  warnings: Problem[];
}

/** Segments of a path that do not help to distinguish it from others. */
const NOT_IN_NAMES = new Set(["content", "properties", "schema"]);

/** Keywords that describe a value without restricting it. They apply to one use of the referenced schema. */
const ANNOTATIONS = new Set(
  (
    "$ref $anchor $comment $defs $id $schema title summary description deprecated default example examples readOnly writeOnly " +
    "externalDocs xml"
  ).split(" "),
);

/**
 * Rewrites references so that emitters see only references to components, with only annotations beside them.
 *
 * - The target of a reference to another place also becomes a component. Recursive targets need a name, and several
 *   references can share one.
 * - OpenAPI 3.1 applies the keywords beside `$ref`, so the reference moves to `allOf`. OpenAPI 3.0 ignores them.
 */
export function normalizeReferences(document: JsonObject, references: readonly FoundReference[]): ValidDocument {
  const isNormal = (reference: FoundReference): boolean =>
    isComponent(reference.target) &&
    (!isSchema(reference) || restrictionsOf(holderOf(document, reference.at)).length === 0);
  if (references.every(isNormal)) return { document: document as unknown as OpenApiDocument, warnings: [] };
  const copy = structuredClone(document);
  // The last step moves parts of the copy, which changes their paths.
  const holders = new Map(references.filter(isSchema).map(({ at }) => [holderOf(copy, at), at.slice(0, -1)]));
  redirect(document, copy, references);
  const warnings: Problem[] = [];
  for (const [holder, at] of holders) {
    const restrictions = restrictionsOf(holder);
    if (restrictions.length === 0) continue;
    if (String(document["openapi"]).startsWith("3.0")) {
      for (const keyword of restrictions) {
        delete holder[keyword];
        const reason = `\`${keyword}\` beside \`$ref\` is ignored, as OpenAPI 3.0 requires`;
        warnings.push({ at: [...at, keyword], reason, fix: "Move the reference into `allOf`" });
      }
    } else moveReference(holder);
  }
  return { document: copy as unknown as OpenApiDocument, warnings };
}

/** Changes the references in `copy` to components, and adds the components that are missing. */
function redirect(document: JsonObject, copy: JsonObject, references: readonly FoundReference[]): void {
  const components = objectOrEmpty(copy["components"]);
  const added = new Map<string, { path: Path; target: Path }>();
  copy["components"] = components;
  for (const { at, target: first, section } of references) {
    const target = finalTarget(document, first);
    const key = JSON.stringify(target);
    const named = objectOrEmpty(components[section]);
    components[section] = named;
    if (!isComponent(target) && !added.has(key)) {
      const name = componentNameOf(document, target, Object.keys(named));
      // Reserves the name.
      named[name] = {};
      added.set(key, { path: ["components", section, name], target });
    }
    holderOf(copy, at)[String(at.at(-1))] = formatReference(added.get(key)?.path ?? target);
  }
  for (const { path, target } of added.values()) {
    const section = valueAt(copy, path.slice(0, -1)) as JsonObject;
    section[String(path.at(-1))] = valueAt(copy, target) ?? {};
  }
}

/** Returns whether a reference is a schema, as opposed to a parameter, for example, or a value of a discriminator. */
function isSchema({ at, section }: FoundReference): boolean {
  return section === "schemas" && at.at(-1) === "$ref" && at.at(-3) !== "discriminator";
}

/** Returns the object that contains a reference. */
function holderOf(document: JsonObject, at: Path): JsonObject {
  return valueAt(document, at.slice(0, -1)) as JsonObject;
}

/** Returns the keywords beside a `$ref` that restrict the value. */
function restrictionsOf(holder: JsonObject): string[] {
  return Object.keys(holder).filter((key) => !ANNOTATIONS.has(key) && !key.startsWith("x-"));
}

/** Follows a chain of references that have nothing beside them. */
function finalTarget(document: JsonObject, target: Path): Path {
  const value: Json | undefined = valueAt(document, target);
  if (isComponent(target) || !isObject(value) || Object.keys(value).join() !== "$ref") return target;
  return finalTarget(document, parseReference(String(value["$ref"])) ?? []);
}

/** Moves a reference to `allOf`. An `anyOf` moves too, because openapi-typescript adds it to the type instead of restricting it. */
function moveReference(holder: JsonObject): void {
  const { $ref = "", anyOf, allOf } = holder;
  delete holder["$ref"];
  delete holder["anyOf"];
  holder["allOf"] = [{ $ref }, ...(anyOf === undefined ? [] : [{ anyOf }]), ...(Array.isArray(allOf) ? allOf : [])];
}

/**
 * Returns a name for a part of the document that becomes a component: `User/properties/address` becomes `UserAddress`.
 *
 * A part of an operation is named after the operation. A name in `taken` gets a number.
 */
function componentNameOf(document: JsonObject, path: Path, taken: readonly string[]): string {
  const [section, route = "", method = "", ...rest] = path.map(String);
  const operationId = section === "paths" ? valueAt(document, ["paths", route, method, "operationId"]) : undefined;
  const segments =
    typeof operationId === "string"
      ? [operationNameOf(operationId, method, route), ...rest]
      : path.slice(section === "components" ? 2 : 1);
  const words = segments
    .filter((segment, index) => !NOT_IN_NAMES.has(String(segment)) && segments[index - 1] !== "content")
    .flatMap((segment) => (segment === "items" ? "Item" : String(segment).split(/[^A-Za-z0-9]+/)))
    .map(capitalize)
    .join("");
  return freeNameOf(/^[A-Za-z]/.test(words) ? words : `Schema${words}`, taken);
}

/** Returns a name for a component. Adds a number if the name, or the type name derived from it, is taken. */
export function freeNameOf(name: string, taken: readonly string[]): string {
  const takenTypeNames = new Set(taken.map(typeNameOf));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (!takenTypeNames.has(typeNameOf(candidate))) return candidate;
  }
}
