import {
  astToString,
  scanDiscriminators,
  transformSchema,
  type GlobalContext,
  type OpenAPI3,
} from "openapi-typescript";

import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import { parseReference, valueAt } from "../spec/references.ts";
import { documentForTypes } from "./openapi-typescript-document.ts";

/** The types that openapi-typescript prints for a document, which are what the generator's own must be. */
export function openapiTypescriptTypes(document: OpenApiDocument): string {
  const copy = documentForTypes(document);
  const options = { defaultNonNullable: false, silent: true };
  const schema = copy as unknown as OpenAPI3;
  // The default export would lint and bundle the document first, which takes as long again, and follow references to
  // files and hosts. Here the document is valid, and has no such references.
  const context = {
    ...options,
    discriminators: scanDiscriminators(schema, options),
    injectFooter: [],
    resolve: ($ref: string) => resolve(copy, $ref),
  };
  return astToString(transformSchema(schema, context as unknown as GlobalContext));
}

/**
 * What stands behind a reference, and behind the reference that may stand there. `validate` has made sure that this ends.
 *
 * openapi-typescript looks at the members of a part of `allOf`, to make them required; of what may be null it could not.
 */
function resolve(document: JsonObject, reference: string): Json | undefined {
  const value = valueAt(document, parseReference(reference) ?? []);
  if (!isObject(value)) return value;
  if (typeof value["$ref"] === "string") return resolve(document, value["$ref"]);
  if (!mayBeNull(value)) return value;
  const { properties: _, ...others } = value;
  return others;
}

function mayBeNull({ nullable, type }: JsonObject): boolean {
  return nullable === true || (Array.isArray(type) && type.includes("null"));
}
