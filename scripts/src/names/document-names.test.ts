import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";

import { generateFromModel } from "../generate.ts";
import { operationNames, schemaNames } from "../model/generated-names.ts";
import type { Model } from "../model/model.ts";
import type { Json, JsonObject } from "../spec/json.ts";
import { METHOD_KEYS } from "../spec/openapi.ts";
import { messagesOf } from "../test-utils/messages-of.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { ownExports } from "./own-exports.ts";

interface Named {
  /** The operationIds of GET operations on `/0`, `/1` and so on. Without an id, the operation has none. */
  gets?: (string | undefined)[];
  posts?: string[];
  schemas?: string[];
}

const READ_ONLY = { type: "object", properties: { id: { type: "string", readOnly: true } } };

function documentOf({ gets = [], posts = [], schemas = [] }: Named, schema: Json = { type: "string" }): string {
  const operation = (operationId?: string): JsonObject => ({
    ...(operationId !== undefined && { operationId }),
    responses: { "204": { description: "Done." } },
  });
  const paths = [
    ...gets.map((id, index): [string, Json] => [`/${index}`, { get: operation(id) }]),
    ...posts.map((id, index): [string, Json] => [`/p${index}`, { post: operation(id) }]),
  ];
  return JSON.stringify({
    openapi: "3.1.0",
    servers: [{ url: "https://api.example.com" }],
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas.map((name) => [name, schema])) },
  });
}

/** Maps each name in the document to the generated name. */
function namesIn({ operations, schemas }: Model): Record<string, string> {
  const functions = operations.map(({ id, originalId = id }): [string, string] => [`operation ${originalId}`, id]);
  const types = schemas.map(({ name, typeName }): [string, string] => [`schema ${name}`, typeName]);
  return Object.fromEntries([...functions, ...types]);
}

/** Returns the generated names that differ from those in the document. */
function renamedIn(named: Named, schema?: Json): Record<string, string> {
  const names = Object.entries(namesIn(modelOf(documentOf(named, schema))));
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
    ["an export of the client", { gets: ["regions"] }, { "operation regions": "regionsOperation" }],
    ["a type of the client", { gets: ["ApiError"] }, { "operation ApiError": "ApiErrorOperation" }],
    ["a hook of the React package", { posts: ["bulk"] }, { "operation bulk": "bulkOperation" }],
    ["a key of the React package", { gets: ["iam"] }, { "operation iam": "iamOperation" }],
    ["a type of the generated code", { gets: ["components"] }, { "operation components": "componentsOperation" }],
    ["a shared schema", { gets: ["pagination"] }, { "operation pagination": "paginationOperation" }],
    ["a schema named like an export", { schemas: ["CallOptions"] }, { "schema CallOptions": "CallOptionsSchema" }],
    ["a reserved word", { gets: ["delete"] }, { "operation delete": "deleteOperation" }],
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
    const { warnings } = modelOf(documentOf({ posts: ["bulk", "createThing"], schemas: ["CreateThingInput"] }));
    expect(warnings).toEqual([
      {
        at: ["paths", "/p0", "post", "operationId"],
        reason:
          "The operation `bulk` is renamed: `bulk` -> `bulkOperation`, because `bulk` is an export of @segment-iam/helpers",
        fix: "Set `x-name` to choose another name",
      },
      {
        at: ["components", "schemas", "CreateThingInput", "operationId"],
        reason:
          "The schema `CreateThingInput` is renamed: `CreateThingInput` -> `CreateThingInputSchema`, because `CreateThingInput` is a name of the operation `createThing`",
        fix: "Set `x-name` to choose another name",
      },
    ]);
  });

  it("derives the name of an operation without operationId from its path, with a warning", () => {
    const { operations, warnings } = modelOf(documentOf({ gets: [undefined, ""] }));
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
    expect(modelOf(documentOf({ gets: ["users.list"], schemas: ["simple-user"] })).warnings).toEqual([]);
  });
});

it("prefers x-name to all other names, including a name that would be qualified", () => {
  const document = JSON.parse(documentOf({ posts: ["createAudience"], schemas: ["CreateAudienceInput"] })) as {
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
  expect(messagesOf(documentOf({ gets: ["a.b", "a.b"] })).join()).toContain("The operationId `a.b` is not unique");
  expect(messagesOf(documentOf({ gets: ["a.b", "a-b"] }))).toEqual([]);
});

/** Texts that often collide: exports, derived names, other spellings, reserved words. */
const text = fc.oneof(
  fc.constantFrom(...ownExports().keys()),
  fc.constantFrom(
    ..."listUsers ListUsers list-users list.users listUsersKey listUsersOptions listUsersInfinite".split(" "),
  ),
  fc.constantFrom(..."ListUsersInput ListUsersData User UserWritable user UserSchema delete keyOf 1 2fa".split(" ")),
  fc.string({ unit: "binary", maxLength: 4 }).filter((name) => !/%|__proto__/.test(name)),
);
const named = fc.record({
  gets: fc.uniqueArray(text, { maxLength: 8 }),
  schemas: fc.uniqueArray(text, { maxLength: 8 }),
});

it("never gives two exports the same name", () => {
  fc.assert(
    fc.property(named, ({ gets, schemas }) => {
      const model = modelOf(documentOf({ gets, schemas }, READ_ONLY));
      const exports = [
        ...model.operations.flatMap(operationNames),
        ...model.schemas.flatMap(({ typeName }) => schemaNames(typeName, true)),
      ];
      expect(new Set(exports).size).toBe(exports.length);
      expect(exports.filter((name) => ownExports().has(name))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("chooses names that depend neither on the order of the document nor on unrelated parts", () => {
  fc.assert(
    fc.property(named, fc.integer(), ({ gets, schemas }, seed) => {
      const document = JSON.parse(documentOf({ gets, schemas })) as {
        paths: JsonObject;
        components: { schemas: JsonObject };
      };
      const expected = namesIn(modelOf(JSON.stringify(document)));
      const shuffled = {
        ...document,
        paths: shuffle(
          { ...document.paths, "/unrelated": { get: { operationId: "zzz", responses: { "204": {} } } } },
          seed,
        ),
        components: { schemas: shuffle({ ...document.components.schemas, Zyx: {} }, seed) },
      };
      const { "operation zzz": _, "schema Zyx": __, ...names } = namesIn(modelOf(JSON.stringify(shuffled)));
      expect(names).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

function shuffle(object: JsonObject, seed: number): JsonObject {
  const rank = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed);
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => rank(a) - rank(b)));
}

it("declares each name once in every generated file, even if the document uses the names that the files import", async () => {
  const files = await generateFromModel(
    modelOf(documentOf({ gets: ["get"], posts: ["post"], schemas: ["Thing"] }, READ_ONLY)),
  );
  const local = [...new Set([...files].flatMap(([path, code]) => localNames(path, code)))];
  const ids = local.filter((name) => !name.startsWith("use"));
  const hostile = await generateFromModel(modelOf(documentOf({ gets: ids, schemas: local }, READ_ONLY)));
  for (const [path, code] of hostile) {
    const names = localNames(path, code);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});

/** Returns the names that a file imports and declares. */
function localNames(path: string, code: string): string[] {
  if (!path.endsWith(".ts")) return [];
  return ts.createSourceFile(path, code, ts.ScriptTarget.ESNext).statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
    }
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (!bindings) return [];
      return ts.isNamespaceImport(bindings) ? [bindings.name.text] : bindings.elements.map(({ name }) => name.text);
    }
    const { name } = statement as ts.DeclarationStatement;
    return name ? [name.text] : [];
  });
}

it("covers every method of a path", () => {
  const methods = METHOD_KEYS.filter((key) => !["options", "trace"].includes(key));
  const paths = { "/users/{id}": Object.fromEntries(methods.map((key) => [key, { responses: { "204": {} } }])) };
  const parameters = [{ name: "id", in: "path", required: true, schema: {} }];
  Object.assign(paths["/users/{id}"], { parameters });
  const model = modelOf(JSON.stringify({ openapi: "3.1.0", servers: [{ url: "https://x.example" }], paths }));
  expect(model.operations.map(({ id }) => id).toSorted()).toEqual(methods.map((key) => `${key}UsersById`).toSorted());
});
