import { describe, expect, it } from "vitest";

import { messagesAt, messagesOf } from "../test-utils/messages-of.ts";
import { lineOf, SPEC, specWith } from "../test-utils/documents/spec-text.ts";

/** Replaces `part` of the document and expects `reason` at the line that contains `lineText`. */
type Row = [part: string, replacement: string, lineText: string, reason: string];

describe.each<[string, Row[]]>([
  [
    "operations",
    [
      ["  /users:", "  users:", "users:", '"users" is not a valid path. Start with a slash'],
      ["  /users:", "  '/users?x=1':", "/users?x=1", '"/users?x=1" is not a valid path'],
      ["    put:", "    trace:", "trace:", "The method TRACE is not supported. Use one of GET"],
      [
        "    put:\n      operationId: renameUser\n      requestBody:\n",
        "    get:\n      operationId: renameUser\n      requestBody:\n        required: true\n",
        "requestBody",
        "A GET request cannot have a body. Move its members to the query",
      ],
      ["  /users/{userId}:", "  /users/{userId}{x}:", "{x}", "is not a valid path"],
      [
        "application/json:\n            schema: { type: object, r",
        "multipart/mixed:\n            schema: { type: object, r",
        "requestBody",
        "The request body has no supported media type, found multipart/mixed",
      ],
    ],
  ],
  [
    "parameters",
    [
      ["in: query", "in: header", "in: header", "`pagination` is an array or object in the header, which"],
      [
        "in: query",
        "in: cookie, required: true",
        "in: cookie",
        "The parameter `pagination` is a cookie, which the client does not send. Make it optional",
      ],
      [
        "in: query",
        "in: body",
        "in: body",
        "The parameter location `body` is not supported. Use `path`, `query` or `header`",
      ],
      ["in: query", "in: path", "in: path, schema", "The path /users has no {pagination}. Add it to the path"],
      [
        "/users/{userId}:",
        "/users/{userId}/{part}:",
        "put:",
        "The path has {part}, but the operation has no such parameter. Add a parameter `part`",
      ],
      ["schema: { type: string } }", "content: {} }", "content: {} }", "The parameter `userId` has no schema"],
      ["name: pagination", "name: __proto__", "__proto__", "`__proto__` is not allowed as a name"],
      [
        'schema: { $ref: "#/components/schemas/PaginationInput" }',
        "explode: false, schema: { type: array, items: { type: array } }",
        "explode",
        "The parameter `pagination` contains arrays or objects, which its style cannot express",
      ],
      ["in: query", "in: query, style: matrix", "style", "has the style matrix, which is not supported"],
      ["in: query", "in: query, style: pipeDelimited", "style", "is an object with the style pipeDelimited"],
      [
        "name: userId, in: path, required: true, schema: { type: string }",
        "name: userId, in: path, schema: { type: [string, array] }",
        "[string, array]",
        "The parameter `userId` is an array or object in the path, which is not supported",
      ],
      [
        "name: pagination, in: query, schema: {",
        "name: 'a b', in: header, schema: {}, x: {",
        "a b",
        '"a b" is not a valid header name',
      ],
      [
        "name: pagination, in: query, schema: {",
        "name: Host, in: header, schema: {}, x: {",
        "Host",
        "The header Host cannot be set by a caller",
      ],
      [
        "      parameters:\n",
        "      parameters:\n        - { name: pagination, in: query, schema: {} }\n",
        "PaginationInput",
        "The parameter `pagination` is not unique. Remove one",
      ],
    ],
  ],
  [
    "responses",
    [
      ['"204"', '"404"', "put:", "The operation has no success response. Add a response with a 2xx status"],
      [
        '"204": { description: Renamed. }',
        '"200": { content: { text/event-stream: {} } }',
        "text/event-stream",
        "The response 200 has no supported media type, found text/event-stream",
      ],
    ],
  ],
  [
    "x-name",
    [
      ["listUsers", "listUsers\n      x-name: list users", "x-name", 'The `x-name` "list users" is not a valid name'],
      ["listUsers", "listUsers\n      x-name: delete", "x-name", 'The `x-name` "delete" is not a valid name'],
      ["listUsers", "listUsers\n      x-name: 1", "x-name", "Expected a string, found 1"],
      [
        "listUsers",
        "listUsers\n      x-name: createIamClient",
        "x-name",
        "The name `createIamClient` of the operation `listUsers` is an export of @segment-iam/client. Choose another",
      ],
      [
        "listUsers",
        "listUsers\n      x-name: renameUser",
        "x-name",
        "The name `renameUser` of the operation `listUsers` is already used by the operation `renameUser`. Choose another",
      ],
      [
        "    User: {",
        "    User: { x-name: ListUsersData,",
        "x-name",
        "is already used by the operation `listUsers`. Choose",
      ],
      [
        "    User: {",
        "    User: { x-name: PaginationInput,",
        "x-name",
        "is already used by the schema `PaginationInput`",
      ],
      ["    User: {", "    User: { x-name: string,", "x-name", 'The `x-name` "string" is not a valid name'],
      ["in: query", "in: query, x-name: a-b", "x-name", 'The `x-name` "a-b" is not a valid name'],
      [
        "properties: { name: {",
        "properties: { name: { x-name: userId,",
        "x-name",
        "The name `userId` of the body input `name` of `renameUser` is already used by the path input `userId`",
      ],
    ],
  ],
  [
    "overrides",
    [
      [
        "renameUser",
        "renameUser\n      x-invalidates: [getUser]",
        "x-invalidates",
        "`getUser` is not the operationId of a read. Use the operationId",
      ],
      [
        "renameUser",
        "renameUser\n      x-invalidates: [renameUser]",
        "x-invalidates",
        "`renameUser` is not the operationId of a read",
      ],
      [
        "listUsers",
        "listUsers\n      x-invalidates: []",
        "x-invalidates",
        "A read cannot invalidate other reads. Remove `x-invalidates`",
      ],
      [
        "listUsers",
        "listUsers\n      x-page: people",
        "x-page",
        "`people` is not a paged array. Use the name of an array",
      ],
      ["renameUser", "renameUser\n      x-page: name", "x-page", "`name` is not a paged array"],
    ],
  ],
])("%s", (_, rows) => {
  it.each(rows)("rejects %j replaced with %j at the line of %j", (part, replacement, lineText, reason) => {
    expect(messagesAt(specWith(part, replacement), lineText)).toContain(reason);
  });
});

it("reports a duplicate operationId at its second occurrence", () => {
  const broken = specWith("renameUser", "listUsers");
  expect(messagesOf(broken)).toEqual([
    `spec.yaml:${lineOf(SPEC, "renameUser")}:7: The operationId \`listUsers\` is not unique. Rename one of the operations.`,
  ]);
});

it("reports all problems at once, in document order", () => {
  const broken = specWith("in: query", "in: header")
    .replace("renameUser", "renameUser\n      x-page: name")
    .replace("    User: {", "    User: { x-name: string,");
  const lines = messagesOf(broken).map((message) => Number(message.split(":")[1]));
  expect(lines).toEqual([lineOf(SPEC, "name: pagination"), lineOf(broken, "x-page"), lineOf(broken, "x-name")]);
});

it("reports no problem in the unmodified document", () => {
  expect(messagesOf(SPEC)).toEqual([]);
});
