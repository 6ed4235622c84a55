import { expect, it } from "vitest";
import type { Contract, JsonSchema } from "../contract.ts";
import { createValidator } from "../request/create-validator.ts";
import { sampleOf } from "./sample-of.ts";

const contract: Contract = {
  schemas: {
    Node: {
      type: "object",
      required: ["name", "next"],
      properties: {
        name: { type: "string" },
        parent: { $ref: "#/schemas/Node" },
        children: { type: "array", items: { $ref: "#/schemas/Node" } },
        next: { anyOf: [{ $ref: "#/schemas/Node" }, { type: "null" }] },
      },
    },
  },
  operations: {},
};

it.each<[JsonSchema, unknown]>([
  [{ type: "string" }, "string"],
  [{ type: "string", examples: ["a", "b"], enum: ["b", "a"] }, "a"],
  [{ type: "string", default: "c", enum: ["d", "c"] }, "c"],
  [{ const: null, type: ["string", "null"] }, null],
  [{ enum: ["FUNCTION", "SOURCE"] }, "FUNCTION"],
  [{ type: "string", format: "email" }, "ada@example.com"],
  [{ type: "string", minLength: 8 }, "string--"],
  [{ type: "string", maxLength: 3 }, "str"],
  [{ type: "integer" }, 0],
  [{ type: "integer", minimum: 1, maximum: 1000 }, 1],
  [{ type: "number", exclusiveMaximum: -4 }, -5],
  [{ type: ["boolean", "null"] }, true],
  [{ type: "array", items: { type: "string" }, minItems: 2 }, ["string", "string"]],
  [{ type: "object", properties: { a: { type: "boolean" } } }, { a: true }],
  [{ properties: { a: { type: "boolean" } } }, { a: true }],
  [
    { allOf: [{ properties: { a: { const: 1 } } }], properties: { b: { const: 2 } } },
    { a: 1, b: 2 },
  ],
  [{ oneOf: [{ type: "string" }, { type: "null" }] }, "string"],
  [{ allOf: [{ type: "string", enum: ["a"] }] }, "a"],
  [{ type: "array", prefixItems: [{ const: 1 }, { const: "b" }] }, [1, "b"]],
  [true, null],
])("creates a sample of %j: %j", (schema, sample) => {
  expect(sampleOf(contract, schema)).toEqual(sample);
  expect(createValidator(contract)(sample, schema, "")).toEqual([]);
});

it("stops at recursive schemas", () => {
  expect(sampleOf(contract, { $ref: "#/schemas/Node" })).toEqual({ name: "string", children: [], next: null });
  const orNull: JsonSchema = {
    properties: { node: { anyOf: [{ allOf: [{ $ref: "#/schemas/Node" }] }, { type: "null" }] } },
  };
  const nested: Contract = { ...contract, schemas: { ...contract.schemas, Node: orNull } };
  expect(sampleOf(nested, { $ref: "#/schemas/Node" })).toEqual({ node: null });
});

it("copies the examples of a schema", () => {
  const examples = [{ a: 1 }];
  expect(sampleOf(contract, { examples })).not.toBe(examples[0]);
});
