import { describe, expect, it } from "vitest";

import type { Json, JsonObject } from "../spec/json.ts";
import { METHOD_KEYS } from "../spec/openapi.ts";
import { messagesOf } from "../test-utils/messages-of.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { namedDocument, namesIn, READ_ONLY, type Named } from "../test-utils/documents/named-document.ts";

/** Returns the generated names that differ from those in the document. */
function renamedIn(named: Named, schema?: Json): Record<string, string> {
  const names = Object.entries(namesIn(modelOf(namedDocument(named, schema))));
  return Object.fromEntries(
    names.filter(([original, name]) => original !== `operation ${name}` && original !== `schema ${name}`),
  );
}

describe("qualified names", () => {
  it.each<[string, Named, Record<string, string>]>([
    [
      "a schema beside the input of an operation",
      { posts: ["createAudience"], schemas: ["CreateAudienceInput", "CreateAudienceData"] },
      {
        "schema CreateAudienceInput": "CreateAudienceInputSchema",
        "schema CreateAudienceData": "CreateAudienceDataSchema",
      },
    ],
    [
      "a schema beside an operation",
      { gets: ["emailStatus"], schemas: ["emailStatus"] },
      { "schema emailStatus": "emailStatusSchema" },
    ],
    [
      "a schema beside a qualified schema",
      { gets: ["a"], schemas: ["AInput", "AInputSchema"] },
      { "schema AInput": "AInputSchemaSchema" },
    ],
    [
      "an operation named like a value of the client",
      { gets: ["regions"] },
      { "operation regions": "regionsOperation" },
    ],
    [
      "an operation named like a class of the client",
      { gets: ["ApiError"] },
      { "operation ApiError": "ApiErrorOperation" },
    ],
    ["an operation named like an export of the helpers", { posts: ["bulk"] }, { "operation bulk": "bulkOperation" }],
    [
      "an operation whose key is an export of the React package",
      { gets: ["iam"] },
      { "operation iam": "iamOperation" },
    ],
    [
      "an operation named like a type of the generated code",
      { gets: ["components"] },
      { "operation components": "componentsOperation" },
    ],
    [
      "an operation whose input type is a shared schema",
      { gets: ["pagination"] },
      { "operation pagination": "paginationOperation" },
    ],
    ["a schema named like an export", { schemas: ["CallOptions"] }, { "schema CallOptions": "CallOptionsSchema" }],
    ["an operation named like a reserved word", { gets: ["delete"] }, { "operation delete": "deleteOperation" }],
    [
      "operations that convert to the same name",
      { gets: ["users.list", "users-list"] },
      { "operation users-list": "usersList", "operation users.list": "usersListOperation" },
    ],
    [
      "an operation spelled like the converted name of another",
      { gets: ["users.list", "usersList"] },
      { "operation users.list": "usersListOperation" },
    ],
    [
      "operations that differ in capitals",
      { gets: ["listUsers", "ListUsers"] },
      { "operation listUsers": "listUsersOperation" },
    ],
    [
      "an operation beside a name derived from another",
      { gets: ["listUsers", "listUsersInfinite", "listUsersKey"] },
      {
        "operation listUsersInfinite": "listUsersInfiniteOperation",
        "operation listUsersKey": "listUsersKeyOperation",
      },
    ],
    ["schemas that convert to the same name", { schemas: ["a-b", "AB"] }, { "schema a-b": "ABSchema" }],
  ])("renames %s", (_, named, renamed) => {
    expect(renamedIn(named)).toEqual(renamed);
  });

  it("renames a schema beside the request type of another", () => {
    const named = { schemas: ["Thing", "ThingWritable"] };
    expect(renamedIn(named, READ_ONLY)).toEqual({ "schema ThingWritable": "ThingWritableSchema" });
    expect(renamedIn(named)).toEqual({});
  });

  it("keeps the shared schemas", () => {
    expect(renamedIn({ gets: ["pagination"], schemas: ["PaginationInput", "RequestError"] })).toEqual({
      "operation pagination": "paginationOperation",
    });
  });

  it("warns with the old name, the new name and the reason", () => {
    const { warnings } = modelOf(namedDocument({ posts: ["bulk", "createThing"], schemas: ["CreateThingInput"] }));
    expect(warnings).toEqual([
      {
        at: ["paths", "/p0", "post", "operationId"],
        reason:
          "The operation `bulk` is renamed to `bulkOperation`, because `bulk` is an export of @segment-iam/helpers",
        fix: "Set `x-name` to choose another name",
      },
      {
        at: ["components", "schemas", "CreateThingInput", "operationId"],
        reason:
          "The schema `CreateThingInput` is renamed to `CreateThingInputSchema`, because `CreateThingInput` is already used by the operation `createThing`",
        fix: "Set `x-name` to choose another name",
      },
    ]);
  });

  it("derives the name of an operation without operationId from its path, with a warning", () => {
    const { operations, warnings } = modelOf(namedDocument({ gets: [undefined, ""] }));
    expect(operations.map(({ id, originalId }) => [id, originalId])).toEqual([
      ["get0", undefined],
      ["get1", undefined],
    ]);
    expect(warnings.map(({ reason }) => reason)).toEqual([
      "The operation has no `operationId`, so its name is derived from its path: `get0`",
      "The operation has no `operationId`, so its name is derived from its path: `get1`",
    ]);
  });

  it("does not warn about names that are only converted", () => {
    expect(modelOf(namedDocument({ gets: ["users.list"], schemas: ["simple-user"] })).warnings).toEqual([]);
  });
});

it("prefers x-name to all other names, including a name that would be qualified", () => {
  const document = JSON.parse(namedDocument({ posts: ["createAudience"], schemas: ["CreateAudienceInput"] })) as {
    paths: Record<string, { post: JsonObject }>;
    components: { schemas: Record<string, JsonObject> };
  };
  Object.assign(document.paths["/p0"]?.post ?? {}, { "x-name": "addAudience" });
  Object.assign(document.components.schemas["CreateAudienceInput"] ?? {}, { "x-name": "AudienceRequest" });
  const model = modelOf(JSON.stringify(document));
  expect(namesIn(model)).toEqual({
    "operation createAudience": "addAudience",
    "schema CreateAudienceInput": "AudienceRequest",
  });
  expect(model.warnings).toEqual([]);
});

it("rejects equal operationIds, but not different ones that convert to the same name", () => {
  expect(messagesOf(namedDocument({ gets: ["a.b", "a.b"] })).join()).toContain("The operationId `a.b` is not unique");
  expect(messagesOf(namedDocument({ gets: ["a.b", "a-b"] }))).toEqual([]);
});

it("derives a name for every method of a path", () => {
  const methods = METHOD_KEYS.filter((key) => !["options", "trace"].includes(key));
  const paths = { "/users/{id}": Object.fromEntries(methods.map((key) => [key, { responses: { "204": {} } }])) };
  const parameters = [{ name: "id", in: "path", required: true, schema: {} }];
  Object.assign(paths["/users/{id}"], { parameters });
  const model = modelOf(JSON.stringify({ openapi: "3.1.0", servers: [{ url: "https://x.example" }], paths }));
  expect(model.operations.map(({ id }) => id).toSorted()).toEqual(methods.map((key) => `${key}UsersById`).toSorted());
});
