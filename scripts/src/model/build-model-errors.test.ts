import { describe, expect, it } from "vitest";

import { messagesAt, messagesOf } from "../test-utils/messages-of.ts";
import { lineOf, SPEC, specWith } from "../test-utils/spec-text.ts";

/** What is replaced in the document, by what, the text in whose line the error is, and what it says. */
type Row = [part: string, replacement: string, place: string, reason: string];

describe.each<[string, Row[]]>([
  [
    "operations",
    [
      ["      operationId: listUsers\n", "", "get:", "The operation has no `operationId`. Add one"],
      ["listUsers", "listÜsers", "listÜsers", 'The operationId "listÜsers" cannot name a function'],
      ["listUsers", "list`users", "list`users", 'The operationId "list`users" cannot name a function'],
      ["listUsers", "delete", "operationId: delete", 'The operationId "delete" cannot name a function'],
      ["  /users:", "  users:", "users:", '"users" is not a path. Begin with a slash'],
      ["  /users:", "  '/users?x=1':", "/users?x=1", '"/users?x=1" is not a path'],
      ["    put:", "    trace:", "trace:", "The method TRACE is not supported. Use one of GET"],
      [
        "    put:\n      operationId: renameUser\n      requestBody:\n",
        "    get:\n      operationId: renameUser\n      requestBody:\n        required: true\n",
        "requestBody",
        "A GET request cannot carry a body. Move its members to the query",
      ],
      ["  /users/{userId}:", "  /users/{userId}{x}:", "{x}", "is not a path"],
      [
        "application/json:\n            schema: { type: object, r",
        "text/plain:\n            schema: { type: object, r",
        "requestBody",
        "The request body has no JSON schema",
      ],
    ],
  ],
  [
    "parameters",
    [
      [
        "in: query",
        "in: header",
        "in: header",
        "The parameter `pagination` is a list or an object in the header, which is not supported",
      ],
      [
        "in: query",
        "in: cookie, required: true",
        "in: cookie",
        "The parameter `pagination` is in a cookie, which the client does not send. Make it optional",
      ],
      ["in: query", "in: body", "in: body", "`body` is no place for a parameter. Put it in the path, the query"],
      ["in: query", "in: path", "in: path, schema", "The path /users has no {pagination}. Add it to the path"],
      [
        "/users/{userId}:",
        "/users/{userId}/{part}:",
        "put:",
        "No parameter describes {part} of the path. Add a parameter `part`",
      ],
      ["schema: { type: string } }", "content: {} }", "content: {} }", "The parameter `userId` has no schema"],
      [
        "properties: { name:",
        "properties: { userId:",
        "requestBody",
        "Two inputs are called `userId`: one in the path, one in the body",
      ],
      ["name: pagination", "name: __proto__", "__proto__", "`__proto__` cannot be a name"],
      [
        "in: query",
        "in: query, explode: false",
        "explode",
        "The parameter `pagination` is to be one text with commas (`explode: false`), which is not supported",
      ],
      ["in: query", "in: query, style: pipeDelimited", "style", "has the style pipeDelimited, which is not supported"],
      [
        "name: userId, in: path, required: true, schema: { type: string }",
        "name: userId, in: path, schema: { type: [string, array] }",
        "[string, array]",
        "The parameter `userId` is a list or an object in the path, which is not supported",
      ],
      [
        "name: pagination, in: query, schema: {",
        "name: 'a b', in: header, schema: {}, x: {",
        "a b",
        '"a b" cannot name a header',
      ],
      [
        "name: pagination, in: query, schema: {",
        "name: Host, in: header, schema: {}, x: {",
        "Host",
        "The header Host is not for a caller to set",
      ],
      [
        "      parameters:\n",
        "      parameters:\n        - { name: pagination, in: query, schema: {} }\n",
        "PaginationInput",
        "The parameter `pagination` is there twice. Remove one",
      ],
    ],
  ],
  [
    "responses",
    [
      ['"204"', '"404"', "put:", "No success is described. Add a response with a status from 200 to 299"],
      [
        '"204": { description: Renamed. }',
        '"200": { content: { text/html: {} } }',
        "text/html",
        "The response 200 has no JSON schema",
      ],
    ],
  ],
  [
    "names",
    [
      [
        "  schemas:",
        "  schemas:\n    ListUsersInput: {}",
        "listUsers",
        "The name `ListUsersInput`, for the operation listUsers, is taken by the schema",
      ],
      [
        "  schemas:",
        "  schemas:\n    OperationId: {}",
        "OperationId:",
        "The name `OperationId`, for the schema OperationId, is taken by the generated",
      ],
      ["  schemas:", "  schemas:\n    '1': {}", "'1'", 'The schema "1" cannot name a type'],
      [
        "renameUser",
        "ListUsers",
        "ListUsers",
        "The name `ListUsersInput`, for the operation ListUsers, is taken by the operation",
      ],
      [
        "renameUser",
        "listUsersKey",
        "listUsersKey",
        "The name `listUsersKey`, for the operation listUsersKey, is taken",
      ],
      [
        "renameUser",
        "keyOf",
        "keyOf",
        "The name `keyOf`, for the operation keyOf, is taken by the generated code itself",
      ],
      ["renameUser", "list/users", "list/users", "The operationId `listUsers` is there twice. Give each"],
    ],
  ],
  [
    "overrides",
    [
      [
        "renameUser",
        "renameUser\n      x-stale: [getUser]",
        "x-stale",
        "There is no read `getUser`. Name the operationId",
      ],
      ["renameUser", "renameUser\n      x-stale: [renameUser]", "x-stale", "There is no read `renameUser`"],
      ["listUsers", "listUsers\n      x-stale: []", "x-stale", "A read makes nothing stale. Remove `x-stale`"],
      ["listUsers", "listUsers\n      x-page: people", "x-page", "`people` is not a list in pages. Name a list"],
      ["renameUser", "renameUser\n      x-page: name", "x-page", "`name` is not a list in pages"],
    ],
  ],
])("%s", (_, rows) => {
  it.each(rows)("reports %j replaced by %j in the line of %j", (part, replacement, place, reason) => {
    expect(messagesAt(specWith(part, replacement), place)).toContain(reason);
  });
});

it("reports an operationId that is there twice where it is the second time", () => {
  const broken = specWith("renameUser", "listUsers");
  expect(messagesOf(broken)).toEqual([
    `spec.yaml:${lineOf(SPEC, "renameUser")}:7: The operationId \`listUsers\` is there twice. Give each operation its own.`,
  ]);
});

it("reports everything that is wrong at once, in the order of the document", () => {
  const broken = specWith("in: query", "in: header")
    .replace("renameUser", "rename(user)")
    .replace("    User:", "    '1': {}\n    User:");
  const lines = messagesOf(broken).map((message) => Number(message.split(":")[1]));
  expect(lines).toEqual([lineOf(SPEC, "name: pagination"), lineOf(SPEC, "renameUser"), lineOf(SPEC, "    User:")]);
});

it("has nothing to report about the document that the others are made from", () => {
  expect(messagesOf(SPEC)).toEqual([]);
});
