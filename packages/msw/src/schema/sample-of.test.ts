import { expect, it } from "vitest";
import type { Contract, JsonSchema } from "../contract.ts";
import { createValidator } from "./create-validator.ts";
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
  [{ allOf: [{ type: "string" }, { enum: ["a", "b"] }, { enum: ["b"] }] }, "b"],
  [
    { allOf: [{ properties: { a: { const: 1 } } }, { type: "object", properties: { a: { type: "number" } } }] },
    { a: 1 },
  ],
  [{ allOf: [{ examples: [{ a: 1 }] }, { properties: { b: { const: 2 } } }] }, { a: 1, b: 2 }],
  [{ properties: { a: { const: 1 } }, anyOf: [{ required: ["a"] }, { required: ["b"] }] }, { a: 1 }],
  [{ anyOf: [{ examples: [{ a: 1 }] }, { type: "null" }] }, { a: 1 }],
  [{ properties: { a: { readOnly: true }, b: { writeOnly: true } } }, {}],
  [
    { examples: [{ a: [{ b: 1, c: 2 }] }], properties: { a: { items: { properties: { b: { readOnly: true } } } } } },
    { a: [{ c: 2 }] },
  ],
  [{ type: "array", prefixItems: [{ const: 1 }, { const: "b" }] }, [1, "b"]],
  [true, null],
])("creates a sample of %j: %j", (schema, sample) => {
  expect(sampleOf(contract, schema)).toEqual(sample);
  expect(createValidator(contract)(sample, schema, "")).toEqual([]);
});

it("ends a recursion with an empty array or null", () => {
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

/** Creates a chain of schemas. Each has a required and an optional member whose schema is the next in the chain. */
function chain(length: number): Contract {
  const next = (index: number): JsonSchema => (index < length ? { $ref: `#/schemas/S${index}` } : { const: "end" });
  const schema = (index: number): JsonSchema => ({
    required: ["required"],
    properties: { required: next(index + 1), optional: next(index + 1) },
  });
  return {
    ...contract,
    schemas: Object.fromEntries(Array.from({ length }, (_, index) => [`S${index}`, schema(index)])),
  };
}

function levelsOf(value: unknown): number {
  return typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(levelsOf)) : 0;
}

it("includes optional members up to 10,000 values, otherwise only required members", () => {
  expect(sampleOf(chain(2), { $ref: "#/schemas/S0" })).toEqual({
    required: { required: "end", optional: "end" },
    optional: { required: "end", optional: "end" },
  });
  const sample = sampleOf(chain(50), { $ref: "#/schemas/S0" });
  expect(levelsOf(sample)).toBe(50);
  expect(JSON.stringify(sample)).not.toContain("optional");
});

it("truncates a sample with more than 100 levels", () => {
  expect(levelsOf(sampleOf(chain(3_000), { $ref: "#/schemas/S0" }))).toBe(101);
});

it.each<[JsonSchema, number]>([
  [{ type: "string", minLength: 1_000_000_000 }, 1_000],
  [{ type: "array", items: { type: "string" }, minItems: 1_000_000_000 }, 1_000],
])("truncates the sample of %j", (schema, length) => {
  expect(sampleOf(contract, schema)).toHaveLength(length);
});

function listOf(items: JsonSchema): JsonSchema {
  return { type: "array", items, minItems: 500 };
}

it("truncates a sample with more than 10,000 values", () => {
  const lists = sampleOf(contract, listOf(listOf(listOf({ const: 1 })))) as unknown[][][];
  expect(lists.flat(2).length).toBeGreaterThan(9_900);
  expect(lists.flat(2).length).toBeLessThan(10_000);
});
