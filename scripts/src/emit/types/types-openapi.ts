import type { GlobalContext, OpenAPI3, SchemaObject } from "openapi-typescript";
import type { PropertySignature } from "typescript";

import type { Model } from "../../model/model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { parseReference, valueAt } from "../../spec/references.ts";
import { BINARY, documentForTypes } from "./document-for-types.ts";
import type { Emitter } from "../emitter.ts";
import { findInputMembers } from "./find-input-members.ts";

/** Emits the types of the whole document with openapi-typescript. */
export const typesOpenapi: Emitter = {
  path: "packages/types/src/generated/openapi.ts",
  async emit(model) {
    return (await openapiTypes(model)).text;
  },
};

/** The types of a document, and the names of the schemas that have a named type. */
interface OpenapiTypes {
  text: string;
  declared: ReadonlySet<string>;
}

const results = new WeakMap<Model, Promise<OpenapiTypes>>();

/** Returns the types of a document. Prints them only once, because three files depend on them. */
export function openapiTypes(model: Model): Promise<OpenapiTypes> {
  const types = results.get(model) ?? printTypes(model);
  results.set(model, types);
  return types;
}

async function printTypes(model: Model): Promise<OpenapiTypes> {
  // Imported lazily, because it loads the TypeScript compiler, which other commands do not need.
  const { astToString, NULL, scanDiscriminators, transformSchema, tsUnion, UNDEFINED } =
    await import("openapi-typescript");
  const { default: ts } = await import("typescript");
  const { copy, hasReadWriteMarkers } = documentForTypes(model);
  const inputMembers = findInputMembers(copy);
  const schema = copy as unknown as OpenAPI3;
  const options = { defaultNonNullable: false, silent: true };
  // The default export of openapi-typescript calls the same functions, but first bundles the document with Redocly. Redocly
  // opens the files and URLs that a document references. `validate` has checked this document, and `resolve` reads nothing else.
  const context = {
    ...options,
    discriminators: scanDiscriminators(schema, options),
    injectFooter: [],
    readWriteMarkers: hasReadWriteMarkers,
    // With `exactOptionalPropertyTypes`, an optional member of an input accepts `undefined` only if its type includes it.
    transformProperty(property: PropertySignature, schema: Json) {
      const { modifiers, name, questionToken, type } = property;
      if (!questionToken || !type || !inputMembers.has(schema)) return property;
      return ts.factory.updatePropertySignature(property, modifiers, name, questionToken, tsUnion([type, UNDEFINED]));
    },
    resolve: (reference: string) => resolve(copy, reference),
    transform({ format, type, nullable }: SchemaObject) {
      if (format !== BINARY) return undefined;
      const blob = ts.factory.createTypeReferenceNode("Blob");
      const isNullable = nullable === true || (Array.isArray(type) && type.includes("null"));
      return isNullable ? ts.factory.createUnionTypeNode([blob, NULL]) : blob;
    },
  };
  const { declareRecursiveTypes, declareSchemaTypes, findRecursiveArrays } = await import("./declare-schema-types.ts");
  const nodes = transformSchema(schema, context as unknown as GlobalContext);
  const document = model.document as unknown as JsonObject;
  const recursive = findRecursiveArrays(document, Object.keys(model.document.components?.schemas ?? {}));
  const withRecursion = recursive.size === 0 ? nodes : declareRecursiveTypes(nodes, recursive);
  const types = declareSchemaTypes(withRecursion, model.schemas);
  return { text: astToString(types.nodes), declared: types.declared };
}

/**
 * Returns the target of a reference and follows chains of references. `validate` has rejected cycles.
 *
 * Merges the properties of all `allOf` parts into the target. openapi-typescript marks a member as required only if the target itself
 * has it.
 */
function resolve(document: JsonObject, reference: string): Json | undefined {
  const value = valueAt(document, parseReference(reference) ?? []);
  if (!isObject(value)) return value;
  if (typeof value["$ref"] === "string") return resolve(document, value["$ref"]);
  const { properties: _, ...others } = value;
  const properties = propertiesOf(document, value, new Set());
  return Object.keys(properties).length > 0 ? { ...others, properties } : others;
}

/**
 * Returns the properties that are certainly keys of the type of a schema. A union with null, for example, has no keys.
 *
 * Skips parts in `seen`, because a document can repeat parts exponentially.
 */
function propertiesOf(document: JsonObject, schema: JsonObject, seen: Set<JsonObject>): JsonObject {
  const { $ref, nullable, type, properties, allOf, anyOf } = schema;
  // Without a prototype, so that looking up `constructor` does not find an inherited member.
  const merged = Object.create(null) as JsonObject;
  if (seen.has(schema)) return merged;
  seen.add(schema);
  if (typeof $ref === "string") {
    const target = valueAt(document, parseReference($ref) ?? []);
    return isObject(target) ? propertiesOf(document, target, seen) : merged;
  }
  if (nullable === true || (Array.isArray(type) && type.includes("null")) || anyOf !== undefined) return merged;
  const parts = Array.isArray(allOf) ? allOf.filter(isObject).map((part) => propertiesOf(document, part, seen)) : [];
  return Object.assign(merged, properties, ...parts) as JsonObject;
}
