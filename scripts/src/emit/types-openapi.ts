import type * as openapiTypescript from "openapi-typescript";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type ts from "typescript";

import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import { parseReference, valueAt } from "../spec/references.ts";
import { documentForTypes } from "./document-for-types.ts";
import type { Emitter } from "./emitter.ts";

/** Types of the whole document, by openapi-typescript. */
export const typesOpenapi: Emitter = {
  path: "packages/types/src/generated/openapi.ts",
  async emit({ document }) {
    // Loading openapi-typescript takes longer than all the rest; a document with errors never gets here.
    const { astToString, ...transforms } = await import("openapi-typescript");
    return astToString(transform(transforms, document));
  },
};

/** The document's types as a syntax tree. The copy that they are made from is not needed any longer when they are printed. */
function transform({ scanDiscriminators, transformSchema }: OpenapiTypescript, document: OpenApiDocument): ts.Node[] {
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
  return transformSchema(schema, context as unknown as GlobalContext);
}

type OpenapiTypescript = Pick<typeof openapiTypescript, "scanDiscriminators" | "transformSchema">;

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
