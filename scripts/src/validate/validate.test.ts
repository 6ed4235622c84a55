import { describe, expect, it } from "vitest";

import { messagesAt } from "../test-utils/messages-of.ts";
import { specWith } from "../test-utils/spec-text.ts";

/** A part of the document, its replacement, a text in the line of the error, and the expected message. */
type Row = [part: string, replacement: string, line: string, message: string];

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
      ["type: integer", "pattern: '('", "pattern", '"(" is not a valid JavaScript regular expression'],
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
        '{ $ref: "#/components/schemas/User" }',
        '{ $ref: "#/components/schemas/User", minProperties: 1 }',
        "minProperties",
        "`minProperties` beside `$ref` is not supported. Move the reference into `allOf`",
      ],
      [
        "User: { type: object,",
        "User: { discriminator: { propertyName: id, mapping: { a: Usr } },",
        "User: {",
        "`Usr` points outside of the document",
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
    expect(messagesAt(specWith(part, replacement), line)).toContain(message);
  });
});
