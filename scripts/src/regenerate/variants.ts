import { join } from "node:path";

import { load } from "../load.ts";
import { REPOSITORY } from "../repository.ts";
import { upgradeFrom30 } from "../schema/upgrade-from-30.ts";
import { isObject, objectOrEmpty, type Json, type JsonObject } from "../spec/json.ts";
import { mergeDocuments } from "../test-utils/documents/merge-documents.ts";
import { wholeApiDocument } from "../test-utils/documents/whole-api-document.ts";
import { SPEC_PATH } from "../update/update-spec.ts";
import { editAt, editOperations, filterOperations, reverseMembers } from "./edit-document.ts";

/** A newer version that the API document could have. */
export interface Variant {
  name: string;
  /** What the newer document changes. */
  description: string;
  /** Whether hand-written code must stop type-checking, in the files that the review names. */
  breaks?: true;
  create(document: JsonObject): JsonObject | Promise<JsonObject>;
}

/** The schemas of the whole API. `wholeApiDocument` adds the operations. */
const WHOLE_API_SCHEMAS = 620;

export const VARIANTS: readonly Variant[] = [
  {
    name: "one-read",
    description: "adds `listRoles`",
    create: (document) => addOperations(document, (id) => id === "listRoles"),
  },
  {
    name: "many-kinds",
    description: "adds an operation of each kind, and a tag",
    create: (document) => addOperations(document),
  },
  { name: "facts", description: "changes rate limits, bounds and the order of operations", create: changeFacts },
  {
    name: "whole-api",
    description: "adds 200 operations",
    create: async () => upgradeSchemas(await wholeApiDocument(WHOLE_API_SCHEMAS)) as JsonObject,
  },
  {
    name: "removed",
    description: "removes `deleteUsers` and `UserV1.permissions`",
    breaks: true,
    create: (document) =>
      editAt(
        filterOperations(document, (id) => id !== "deleteUsers"),
        ["components", "schemas", "UserV1", "properties"],
        (properties) => {
          delete properties["permissions"];
        },
      ),
  },
  {
    name: "renamed",
    description: "renames `deleteUsers` to `removeUsers`",
    breaks: true,
    create: (document) =>
      editOperations(document, (operation) => {
        if (operation["operationId"] === "deleteUsers") operation["operationId"] = "removeUsers";
      }),
  },
];

/** Reads the API document of the repository. */
export async function readSpec(): Promise<JsonObject> {
  return (await load(join(REPOSITORY, SPEC_PATH), SPEC_PATH)).document;
}

/** Adds the operations of the fixture. Skips those that the document already has, such as in a copy that has the variant. */
async function addOperations(document: JsonObject, isAdded = (_id: string) => true): Promise<JsonObject> {
  const file = "scripts/fixtures/iam-additions.yaml";
  const { document: additions } = await load(join(REPOSITORY, file), file);
  const ids: unknown[] = [];
  editOperations(document, ({ operationId }) => ids.push(operationId));
  const added = filterOperations(additions, (id) => isAdded(id) && !ids.includes(id));
  const schemas = Object.keys(objectOrEmpty(objectOrEmpty(document["components"])["schemas"]));
  const newSchemas = editAt(added, ["components", "schemas"], (members) => {
    for (const name of schemas) delete members[name];
  });
  return mergeDocuments([document, newSchemas]);
}

function changeFacts(document: JsonObject): JsonObject {
  const limited = editOperations(document, (operation, index) => {
    operation["x-rate-limit"] = { requests: 7 + index, windowSeconds: 45 };
    operation["summary"] = `Changed summary ${index}`;
    operation["description"] = `Changed description ${index}.`;
  });
  const bounds = [
    ["components", "schemas", "PaginationInput", "properties", "count"],
    ["components", "parameters", "PaginationCount", "schema"],
  ];
  const bounded = bounds.reduce((copy, path) => editAt(copy, path, (count) => (count["maximum"] = 750)), limited);
  const items = Object.entries(bounded["paths"] as JsonObject).map(([path, item]) => [
    path,
    reverseMembers(item as JsonObject),
  ]);
  return { ...bounded, paths: reverseMembers(Object.fromEntries(items)) };
}

/** Converts keywords of OpenAPI 3.0 in all schemas, because they are invalid in a document of version 3.1. */
function upgradeSchemas(value: Json): Json {
  if (Array.isArray(value)) return value.map(upgradeSchemas);
  if (!isObject(value)) return value;
  const { example, ...members } = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, upgradeSchemas(member)]),
  );
  const isOutdated = [members["nullable"], members["exclusiveMinimum"], members["exclusiveMaximum"]].includes(true);
  return { ...(isOutdated ? upgradeFrom30(members) : members), ...(example !== undefined && { example }) };
}
