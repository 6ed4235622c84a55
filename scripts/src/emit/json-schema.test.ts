import { expect, it } from "vitest";

import type { OpenApiSchema } from "../spec/openapi.ts";
import { jsonSchema } from "./json-schema.ts";

it.each([
  ["a reference", { $ref: "#/components/schemas/User", description: "x" }, { $ref: "#/schemas/User" }],
  ["nested references", { items: { $ref: "#/components/schemas/User" } }, { items: { $ref: "#/schemas/User" } }],
  [
    "a reference with ignored siblings",
    { $ref: "#/components/schemas/a~1b%20c", nullable: true, default: 1 },
    { $ref: "#/schemas/a$2f$b$20$c", default: 1 },
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
  expect(jsonSchema(schema as OpenApiSchema)).toEqual(converted);
});
