import { assert, property } from "fast-check";
import { expect, it } from "vitest";

import { parse } from "../../load.ts";
import { readModel } from "../../drop-unsupported/read-model.ts";
import type { Json } from "../../spec/json.ts";
import type { OpenApiDocument } from "../../spec/openapi.ts";
import { SpecErrors } from "../../spec/spec-error.ts";
import { documentOf } from "../../testing/hostile/document-of.ts";
import { documentShape, hostileIds, hostileTexts } from "../../testing/hostile/hostile-cases.ts";
import { sayHostile } from "../../testing/hostile/texts.ts";
import { openapiTypescriptTypes } from "../../testing/openapi-typescript-types.ts";
import { randomDocument } from "../../testing/random-document.ts";
import { inOurWords, tokensOf } from "../../testing/type-tokens.ts";
import { printDocument } from "./print-document.ts";

it("gives any document the types that openapi-typescript gives it", { timeout: 60_000 }, () => {
  assert(
    property(randomDocument, (made) => {
      expectSameTypes(made as unknown as OpenApiDocument);
    }),
    { numRuns: 300 },
  );
});

it("does so whatever its texts are", { timeout: 60_000 }, () => {
  let read = 0;
  assert(
    property(documentShape, hostileTexts, hostileIds, (shape, texts, ids) => {
      const document = readIfSupported(documentOf(shape, sayHostile(texts, ids)));
      if (!document) return;
      expectSameTypes(document);
      read += 1;
    }),
    { numRuns: 200 },
  );
  expect(read).toBeGreaterThan(100);
});

function expectSameTypes(document: OpenApiDocument): void {
  expect(tokensOf(printDocument(document))).toEqual(tokensOf(inOurWords(openapiTypescriptTypes(document))));
}

function readIfSupported(document: Json): OpenApiDocument | undefined {
  try {
    return readModel(parse(JSON.stringify(document), "spec.json")).model.document;
  } catch (error) {
    if (error instanceof SpecErrors) return undefined;
    throw error;
  }
}
