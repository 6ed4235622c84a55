import type { GlobalContext, OpenAPI3, SchemaObject } from "openapi-typescript";

import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import { parseReference, valueAt } from "../spec/references.ts";
import { BINARY, documentForTypes } from "./document-for-types.ts";
import type { Emitter } from "./emitter.ts";

/** Emits the types of the whole document with openapi-typescript. */
export const typesOpenapi: Emitter = {
  path: "packages/types/src/generated/openapi.ts",
  async emit({ document }) {
    // Imported lazily, because it loads the TypeScript compiler, which other commands do not need.
    const { astToString, NULL, scanDiscriminators, transformSchema } = await import("openapi-typescript");
    const { default: ts } = await import("typescript");
    const { copy, hasReadWriteMarkers } = documentForTypes(document);
    const schema = copy as unknown as OpenAPI3;
    const options = { defaultNonNullable: false, silent: true };
    // The default export of openapi-typescript calls the same functions, but first bundles the document with Redocly. Redocly
    // opens the files and URLs that a document references. `validate` has checked this document, and `resolve` reads nothing else.
    const context = {
      ...options,
      discriminators: scanDiscriminators(schema, options),
      injectFooter: [],
      readWriteMarkers: hasReadWriteMarkers,
      resolve: (reference: string) => resolve(copy, reference),
      transform({ format, type, nullable }: SchemaObject) {
        if (format !== BINARY) return undefined;
        const blob = ts.factory.createTypeReferenceNode("Blob");
        const isNullable = nullable === true || (Array.isArray(type) && type.includes("null"));
        return isNullable ? ts.factory.createUnionTypeNode([blob, NULL]) : blob;
      },
    };
    return astToString(transformSchema(schema, context as unknown as GlobalContext));
  },
};

/**
 * Returns the target of a reference and follows chains of references. `validate` has rejected cycles.
 *
 * openapi-typescript uses the properties of the target to make members of an `allOf` part required. A nullable target is
 * returned without its properties, because openapi-typescript's `WithRequired` does not apply to null.
 */
function resolve(document: JsonObject, reference: string): Json | undefined {
  const value = valueAt(document, parseReference(reference) ?? []);
  if (!isObject(value)) return value;
  if (typeof value["$ref"] === "string") return resolve(document, value["$ref"]);
  const { nullable, type, properties: _, ...others } = value;
  const isNullable = nullable === true || (Array.isArray(type) && type.includes("null"));
  return isNullable ? others : value;
}
