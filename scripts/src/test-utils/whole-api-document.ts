import { join } from "node:path";

import { load } from "../load.ts";
import { REPOSITORY } from "../repository.ts";
import type { JsonObject } from "../spec/json.ts";
import { copyDocument } from "./copy-document.ts";
import { membersOf, mergeDocuments } from "./merge-documents.ts";

/** How many copies of the features make as many operations as the whole API has. */
const COPIES = 7;

/** A document like that of the whole API: IAM Users as it is, and beside it copies of the features up to a number of schemas. */
export async function wholeApiDocument(schemas: number): Promise<JsonObject> {
  const iam = await read("spec/iam-users.yaml");
  const features = await read("scripts/fixtures/features-3.0.yaml");
  const copies = Array.from({ length: COPIES }, (_, index) => copyDocument(features, index + 1));
  const merged = mergeDocuments([iam, ...copies]);
  const { length } = Object.keys(membersOf(membersOf(merged["components"])["schemas"]));
  return mergeDocuments([merged, fillers(schemas - length)]);
}

async function read(file: string): Promise<JsonObject> {
  const { document } = await load(join(REPOSITORY, file), file);
  return document;
}

/** A document with nothing but schemas, each with a reference to another. */
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
