import type { GlobalContext, OpenAPI3 } from "openapi-typescript";

import type { JsonObject } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import { parseReference, valueAt } from "../spec/references.ts";
import { harmless } from "../text/comment.ts";
import type { Emitter } from "./emitter.ts";

/** Types of the whole document, by openapi-typescript. */
export const typesOpenapi: Emitter = {
  path: "packages/types/src/generated/openapi.ts",
  async emit({ document }) {
    // Loading openapi-typescript takes longer than all the rest; a document with errors never gets here.
    const { astToString, scanDiscriminators, transformSchema } = await import("openapi-typescript");
    const copy = withHarmlessProse(document);
    const options = { defaultNonNullable: false, silent: true };
    const schema = copy as unknown as OpenAPI3;
    // The default export would lint and bundle the document first, which takes as long again, and follow references to
    // files and hosts. Here the document is valid, and has no such references.
    const context = {
      ...options,
      discriminators: scanDiscriminators(schema, options),
      injectFooter: [],
      resolve: ($ref: string) => valueAt(copy, parseReference($ref) ?? []),
    };
    return astToString(transformSchema(schema, context as unknown as GlobalContext));
  },
};

/** A copy, because openapi-typescript changes what it reads; without anything in its prose that an editor or a compiler obeys. */
function withHarmlessProse(document: OpenApiDocument): JsonObject {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    typeof value === "string" && PROSE.has(key) ? harmless(value) : value,
  ) as JsonObject;
}

const PROSE = new Set(["title", "summary", "description", "format"]);
