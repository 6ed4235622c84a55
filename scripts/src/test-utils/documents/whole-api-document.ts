import { join } from "node:path";

import { load } from "../../load.ts";
import { REPOSITORY } from "../../repository.ts";
import { objectOrEmpty, type JsonObject } from "../../spec/json.ts";
import { copyDocument } from "./copy-document.ts";
import { mergeDocuments } from "./merge-documents.ts";

/** The number of copies of the feature fixture that gives the document as many operations as the whole API. */
const COPIES = 7;

/** Creates a document the size of the whole API: IAM Users, copies of the feature fixture, and filler schemas. */
export async function wholeApiDocument(schemaCount: number): Promise<JsonObject> {
  const iam = await readDocument("spec/iam-users.yaml");
  const features = await readDocument("scripts/fixtures/features-3.0.yaml");
  // `regenerate/` replaces `spec/iam-users.yaml` with this document, so it may already contain copies. New copies get higher numbers.
  const existing = Object.keys(objectOrEmpty(iam["paths"])).map((path) =>
    Number(/^\/copy-(\d+)\//.exec(path)?.[1] ?? 0),
  );
  const first = Math.max(0, ...existing) + 1;
  const copies = Array.from({ length: COPIES }, (_, index) => copyDocument(features, first + index));
  const merged = mergeDocuments([iam, ...copies]);
  const { length } = Object.keys(objectOrEmpty(objectOrEmpty(merged["components"])["schemas"]));
  return mergeDocuments([merged, fillers(schemaCount - length)]);
}

async function readDocument(file: string): Promise<JsonObject> {
  const { document } = await load(join(REPOSITORY, file), file);
  return document;
}

/** Creates a document of schemas that refer to each other. */
function fillers(count: number): JsonObject {
  const schemas = Array.from({ length: count }, (_, index) => [
    `Filler${index}`,
    {
      type: "object",
      properties: { name: { type: "string" }, next: { $ref: `#/components/schemas/Filler${count - 1 - index}` } },
    },
  ]);
  return { components: { schemas: Object.fromEntries(schemas) } };
}
