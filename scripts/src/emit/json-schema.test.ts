import { expect, it } from "vitest";

import type { Direction } from "../schema/members.ts";
import type { Json, JsonObject } from "../spec/json.ts";
import type { OpenApiSchema } from "../spec/openapi.ts";
import { apiDocument } from "../test-utils/documents/api-document.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { SchemaConverter } from "./json-schema.ts";

const SCHEMAS: JsonObject = {
  User: { type: "object" },
  "a/b c": { type: "object" },
  Cat: { type: "object", properties: { kind: { type: "string" } } },
  Dog: { type: "object", properties: { kind: { type: "string" } } },
};

function convert(schema: Json, direction: Direction = "read", schemas: JsonObject = SCHEMAS): Json {
  return new SchemaConverter(modelOf(apiDocument({ schemas })), direction).convert(schema as OpenApiSchema);
}

it.each([
  ["a reference", { $ref: "#/components/schemas/User", description: "x" }, { $ref: "#/schemas/User" }],
  ["nested references", { items: { $ref: "#/components/schemas/User" } }, { items: { $ref: "#/schemas/User" } }],
  [
    "a reference with ignored siblings",
    { $ref: "#/components/schemas/a~1b%20c", nullable: true, default: 1 },
    { $ref: "#/schemas/ABC", default: 1 },
  ],
  [
    "a discriminator",
    {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind", mapping: { c: "#/components/schemas/Cat", tom: "Cat" } },
    },
    {
      oneOf: [
        { allOf: [{ $ref: "#/schemas/Cat" }, { required: ["kind"], properties: { kind: { enum: ["c", "tom"] } } }] },
        { allOf: [{ $ref: "#/schemas/Dog" }, { required: ["kind"], properties: { kind: { enum: ["Dog"] } } }] },
      ],
    },
  ],
  ["a boolean schema", true, true],
  [
    "descriptions and extensions, which are dropped",
    { title: "x", description: "x", "x-y": 1, type: "string" },
    { type: "string" },
  ],
  [
    "a property named like a keyword",
    { properties: { description: { title: "x" } } },
    { properties: { description: {} } },
  ],
  [
    "data that looks like a schema",
    { enum: [{ $ref: "#/x" }], default: { title: "x" } },
    { enum: [{ $ref: "#/x" }], default: { title: "x" } },
  ],
  ["an example", { example: 1 }, { examples: [1] }],
  ["nullable", { type: "string", nullable: true }, { anyOf: [{ type: "string" }, { type: "null" }] }],
  ["an exclusive bound of OpenAPI 3.0", { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  ["an inclusive bound of OpenAPI 3.0", { maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
  ["an exclusive bound of OpenAPI 3.1", { exclusiveMaximum: 1 }, { exclusiveMaximum: 1 }],
])("converts %s", (_, schema, converted) => {
  expect(convert(schema as Json)).toEqual(converted);
});

it.each<[string, JsonObject, Json[]]>([
  ["a constant", { properties: { kind: { const: "cat" } } }, ["cat"]],
  ["an enum with one value", { properties: { kind: { enum: ["cat"] } } }, ["cat"]],
  ["an enum with several values", { properties: { kind: { enum: ["cat", "tom"] } } }, ["cat", "tom"]],
  ["a number", { properties: { kind: { const: 1 } } }, [1]],
  ["a reference", { properties: { kind: { $ref: "#/components/schemas/CatKind" } } }, ["cat"]],
  [
    "a part that narrows a base schema",
    { allOf: [{ properties: { kind: { enum: ["cat", "dog"] } } }, { properties: { kind: { const: "cat" } } }] },
    ["cat"],
  ],
  [
    "alternatives",
    { oneOf: [{ properties: { kind: { const: "cat" } } }, { properties: { kind: { const: "tom" } } }] },
    ["cat", "tom"],
  ],
])("requires the discriminator value that the schema defines by %s", (_, cat, values) => {
  const schemas = { ...SCHEMAS, Cat: { type: "object", ...cat }, CatKind: { type: "string", enum: ["cat"] } };
  const oneOf = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];
  for (const mapping of [{}, { mapping: { wrong: "#/components/schemas/Cat" } }, { mapping: { dog: "Dog" } }]) {
    const { oneOf: converted } = convert(
      { oneOf, discriminator: { propertyName: "kind", ...mapping } },
      "read",
      schemas,
    ) as {
      oneOf: Json[];
    };
    const enumOf = { required: ["kind"], properties: { kind: { enum: values } } };
    expect(converted[0]).toEqual({ allOf: [{ $ref: "#/schemas/Cat" }, enumOf] });
  }
});

it("uses only the mapped values of those that the schema defines", () => {
  const schemas = { Cat: { type: "object", properties: { kind: { enum: ["cat", "tom"] } } } };
  const discriminator = { propertyName: "kind", mapping: { tom: "Cat" } };
  const schema = convert({ oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator }, "read", schemas);
  expect(JSON.stringify(schema)).toContain('{"enum":["tom"]}');
});

const ACCOUNT: JsonObject = {
  type: "object",
  required: ["id", "password", "name"],
  properties: { id: { type: "string", readOnly: true }, password: { type: "string", writeOnly: true }, name: {} },
};
const SECRET: JsonObject = { type: "string", writeOnly: true };

it.each<[string, Json, Json, Json]>([
  [
    "in an object",
    ACCOUNT,
    {
      type: "object",
      required: ["password", "name"],
      properties: { id: { readOnly: true }, password: { type: "string" }, name: {} },
    },
    {
      type: "object",
      required: ["id", "name"],
      properties: { id: { type: "string" }, password: { writeOnly: true }, name: {} },
    },
  ],
  [
    "in a named schema",
    { items: { $ref: "#/components/schemas/Account" } },
    { items: { $ref: "#/schemas/AccountWritable" } },
    { items: { $ref: "#/schemas/Account" } },
  ],
  [
    "in a part of `allOf`",
    { allOf: [{ $ref: "#/components/schemas/Account" }, { required: ["id", "name"] }] },
    { allOf: [{ $ref: "#/schemas/AccountWritable" }, { required: ["name"] }] },
    { allOf: [{ $ref: "#/schemas/Account" }, { required: ["id", "name"] }] },
  ],
  [
    "in a schema whose base requires them",
    { allOf: [{ $ref: "#/components/schemas/Base" }], properties: { id: { readOnly: true } } },
    { allOf: [{ required: ["name"] }], properties: { id: { readOnly: true } } },
    { allOf: [{ $ref: "#/schemas/Base" }], properties: { id: {} } },
  ],
  [
    "by a reference",
    { required: ["secret"], properties: { secret: { $ref: "#/components/schemas/Secret" } } },
    { required: ["secret"], properties: { secret: { $ref: "#/schemas/Secret" } } },
    { properties: { secret: { writeOnly: true } } },
  ],
])("does not require read-only and write-only members %s", (_, schema, request, response) => {
  const schemas = { Account: ACCOUNT, Base: { required: ["id", "name"] }, Secret: SECRET };
  expect(convert(schema, "write", schemas)).toEqual(request);
  expect(convert(schema, "read", schemas)).toEqual(response);
});

it.each<[string, Json, Json]>([
  ["an invalid pattern", { type: "string", pattern: "(" }, { type: "string" }],
  ["a pattern with catastrophic backtracking", { pattern: "^(a+)+$", minLength: 1 }, { minLength: 1 }],
  ["a safe pattern", { pattern: "^a+$" }, { pattern: "^a+$" }],
  [
    "an unsafe name of pattern properties",
    { patternProperties: { "(": {}, "^x": {} }, additionalProperties: false },
    { patternProperties: { "^x": {} } },
  ],
])("leaves out only patterns that the mock cannot match: %s", (_, schema, converted) => {
  expect(convert(schema)).toEqual(converted);
});
