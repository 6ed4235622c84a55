import { describe, expect, it } from "vitest";

import type { Json } from "../spec/json.ts";
import { apiDocument } from "../test-utils/documents/api-document.ts";
import { messagesAt, messagesOf } from "../test-utils/messages-of.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { lineOf, specWith } from "../test-utils/documents/spec-text.ts";

/** A part of the document, its replacement, a text in the line of the error, and the expected message. */
type Row = [part: string, replacement: string, line: string, message: string];

/** Schemas outside of components. */
const OTHERS = `
x-schemas:
  Odd:
    type: odd
  Loop: { $ref: "#/x-schemas/Again" }
  Again: { $ref: "#/x-schemas/Loop" }
`;

describe.each<[string, Row[]]>([
  [
    "the document",
    [
      ["openapi: 3.1.0", "openapi: 2.0.0", "openapi", 'OpenAPI "2.0.0" is not supported. Convert'],
      ["openapi: 3.1.0\n", "", "paths:", "`openapi` is missing. Add it"],
      ["openapi: 3.1.0", 'swagger: "2.0"', "swagger", "Swagger 2.0 is not supported. Convert the document to OpenAPI"],
      ["type: integer", "maximum: many", "maximum", 'Expected a number, found "many"'],
      ["type: integer", "enum: [[1]]", "[[1]]", "An array or object as `enum` or `const` value is not supported"],
      ["type: integer", "const: { a: 1 }", "a: 1", "An array or object as `enum` or `const` value is not supported"],
      ["type: integer", "type: object, enum: [a]", "enum", "An `enum` of objects is not supported. Describe the"],
      ["type: integer", "allOf: [true]", "allOf", "Expected an object, found true"],
      [
        "properties: { id:",
        "properties: { 50%:",
        "50%",
        'Some tools cannot percent-decode references to the name "50%"',
      ],
      ["properties: { id:", "properties: { '%2525':", "%2525", 'references to the name "%2525"'],
      ["operationId: listUsers", "operationId: listUsers\n      x-page: 1", "x-page", "Expected a string, found 1"],
      ["type: integer", "type: int", "type: int", '"int" is not a JSON Schema type. Use one of array, boolean'],
      ["required: [id]", "required: id", "required: id", 'Expected an array, found "id". Write it as an array'],
      ["{ description: Renamed. }", "null", '"204"', "Expected an object, found null"],
      ["    put:", "    $ref: '#/x'\n    put:", "$ref: '#/x'", "A path item that is a reference is not supported yet"],
      [
        "operationId: listUsers",
        "operationId: listUsers\n      x-invalidates: getUser",
        "x-invalidates",
        "Expected an array, found",
      ],
      [
        "operationId: listUsers",
        "operationId: listUsers\n      x-rate-limit: { requests: 0, windowSeconds: 1 }",
        "x-rate-limit",
        "Expected a positive integer, found 0",
      ],
    ],
  ],
  [
    "references",
    [
      ['"#/components/schemas/User"', '""', '$ref: ""', "The reference is empty. Write its target, such as #/compo"],
      [
        "User: { type: object,",
        "User: { discriminator: { propertyName: id, mapping: { a: Usr } },",
        "User: {",
        "`Usr` points outside of the document",
      ],
      [
        "schemas/User",
        "schemas/User/properties/no",
        "properties/no",
        "`#/components/schemas/User/properties/no` does not",
      ],
      ["#/components/schemas/User", "#/x-schemas/Odd", "type: odd", '"odd" is not a JSON Schema type'],
      [
        "#/components/schemas/User",
        "#/paths/~1users/get/responses/200",
        "get/responses/200",
        "`#/paths/~1users/get/responses/200` is not in `#/components/schemas/`",
      ],
      [
        "#/components/responses/Users",
        "#/components/schemas/User/properties/id",
        "properties/id",
        "is not in `#/components/responses/`",
      ],
      [
        "properties: { id: { type: string } }",
        'properties: { id: { $ref: "#/components/schemas/User/properties/id" } }',
        "User/properties/id",
        "`#/components/schemas/User/properties/id` is a circular reference",
      ],
      [
        "properties: { id: { type: string } }",
        'properties: { id: { $ref: "#/x-schemas/Loop" } }',
        "User: {",
        "`#/x-schemas/Loop` is a circular reference",
      ],
      ["User: { type: object,", "User: { discriminator: {},", "User: {", "`propertyName` is missing. Add it"],
      ["schemas/User", "schemas/Usr", "schemas/Usr", "`#/components/schemas/Usr` does not exist. Correct the name"],
      ["responses/Users", "schemas/User", "schemas/User", "is not in `#/components/responses/`. Move the target there"],
      ["#/components/responses/Users", "http://h/x", "http://h/x", "`http://h/x` points outside of the document"],
      ["#/components/schemas/User", "other.yaml#/User", "other.yaml", "points outside of the document"],
      [
        "User: { type: object, required: [id], properties: { id: { type: string } } }",
        'User: { $ref: "#/components/schemas/User" }',
        "User: { $ref",
        "is a circular reference. Replace one of the references with its target",
      ],
    ],
  ],
])("%s", (_, rows) => {
  it.each(rows)("reports %j replaced with %j in the line of %j", (part, replacement, line, message) => {
    expect(messagesAt(specWith(part, replacement) + OTHERS, line)).toContain(message);
  });
});

const User = { $ref: "#/components/schemas/User" };

describe.each<[string, Json, Json?]>([
  ["itself in allOf", { allOf: [User, { type: "object" }] }],
  ["itself in a nested oneOf", { oneOf: [{ anyOf: [{ type: "string" }, User] }] }],
  ["itself in not", { not: User }],
  [
    "an alternative that contains it, and one that does not",
    {
      oneOf: [{ $ref: "#/components/schemas/Other" }, { $ref: "#/components/schemas/Text" }],
      discriminator: { propertyName: "kind" },
    },
    { allOf: [User] },
  ],
  ["itself through another schema", { oneOf: [{ $ref: "#/components/schemas/Other" }] }, { allOf: [User] }],
  ["itself through a part of it", { allOf: [{ $ref: "#/components/schemas/User/allOf/1" }, { allOf: [User] }] }],
  ["itself beside a reference", { $ref: "#/components/schemas/Other", allOf: [User] }, { type: "object" }],
])("a schema that contains %s", (_, schema, Other = {}) => {
  it("is rejected with its position", () => {
    const messages = messagesOf(apiDocument({ schemas: { User: schema, Other, Text: { type: "object" } } }));
    expect(messages.join("\n")).toContain("The schema contains itself through `#/components/schemas/");
  });
});

it.each<[string, Json]>([
  ["a property", { type: "object", properties: { parent: User } }],
  ["items in allOf", { allOf: [{ type: "array", items: User }] }],
  ["additional properties of an alternative", { oneOf: [{ type: "string" }, { additionalProperties: User }] }],
])("accepts a schema that contains itself in %s", (_, schema) => {
  expect(messagesOf(apiDocument({ schemas: { User: schema } }))).toEqual([]);
});

it("reports a schema that contains itself at the reference, and no schema that refers to it", () => {
  const text = specWith("type: integer", "allOf: [{ $ref: '#/components/schemas/User' }]").replace(
    "User: { type: object,",
    "User: { oneOf: [{ type: string },\n      { $ref: '#/components/schemas/User' }],",
  );
  expect(messagesOf(text)).toEqual([
    `spec.yaml:${lineOf(text, "{ $ref: '#/components/schemas/User' }],")}:9: The schema contains itself through ` +
      "`#/components/schemas/User`. Remove the reference, or move it to a property.",
  ]);
});

it.each([
  ["type: integer", "pattern: '('", "pattern", "it is not a valid JavaScript regular expression"],
  ["type: integer", "pattern: '^(a+)+$'", "pattern", "matching it could take very long"],
  ["type: integer", "patternProperties: { '(': {} }", "(", "it is not a valid JavaScript regular expression"],
])("warns once about %j replaced with %j", (part, replacement, key, reason) => {
  const warnings = modelOf(specWith(part, replacement)).warnings.filter(({ at }) => at.at(-1) === key);
  expect(warnings.map((warning) => warning.reason)).toEqual([
    `The mock does not check this pattern, because ${reason}`,
  ]);
});
