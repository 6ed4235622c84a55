import type { GlobalContext, OpenAPI3 } from "openapi-typescript";

import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import { parseReference, valueAt } from "../spec/references.ts";
import { documentForTypes } from "./document-for-types.ts";
import type { Emitter } from "./emitter.ts";

/** Types of the whole document, as openapi-typescript prints them. */
export const typesOpenapi: Emitter = {
  path: "packages/types/src/generated/openapi.ts",
  async emit({ document }) {
    // Only here, because it loads a compiler: a command that generates nothing does not wait for it.
    const { astToString, scanDiscriminators, transformSchema } = await import("openapi-typescript");
    const { copy, isMarked } = documentForTypes(document);
    const schema = copy as unknown as OpenAPI3;
    const options = { defaultNonNullable: false, silent: true };
    // The default export of openapi-typescript calls the same functions, but first lets Redocly lint and bundle the document,
    // which opens the files and hosts that it refers to. `validate` has checked this document, and `resolve` stays inside of it.
    const context = {
      ...options,
      discriminators: scanDiscriminators(schema, options),
      injectFooter: [],
      readWriteMarkers: isMarked,
      resolve: (reference: string) => resolve(copy, reference),
    };
    return astToString(transformSchema(schema, context as unknown as GlobalContext));
  },
};

/**
 * Returns the target of a reference, through references to references. `validate` has checked that this ends.
 *
 * openapi-typescript makes members of a part of `allOf` required by the properties found here. A nullable part has none, because
 * `WithRequired` does not apply to null.
 */
function resolve(document: JsonObject, reference: string): Json | undefined {
  const value = valueAt(document, parseReference(reference) ?? []);
  if (!isObject(value)) return value;
  if (typeof value["$ref"] === "string") return resolve(document, value["$ref"]);
  const { nullable, type, properties: _, ...others } = value;
  const isNullable = nullable === true || (Array.isArray(type) && type.includes("null"));
  return isNullable ? others : value;
}
