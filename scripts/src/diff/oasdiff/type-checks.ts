import { ANIMALS } from "../test-utils/schema-cases.ts";
import type { SchemaCheck } from "./constraint-checks.ts";

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const INTEGER = { type: "integer" };
const LIST = { type: "array" };
const OBJECT = { type: "object" };
const [ONE, BOTH] = [{ enum: ["a"] }, { enum: ["a", "b"] }];
const NULLABLE = { type: ["string", "null"] };
const DEPRECATED = { ...TEXT, deprecated: true };
const SUNSET = { ...DEPRECATED, "x-sunset": "2030-01-01" };
const EXTENSIBLE = { ...TEXT, "x-extensible-enum": ["a", "b"] };
const WITH_NOTE = { ...TEXT, allOf: [{ description: "New." }] };
const PATTERN = { ...OBJECT, patternProperties: { "^a": TEXT } };

const BODIES = "body property";
const REQUESTS = "body parameter property";
const ALL = "body parameter parameter-property property";

const animals = Object.keys(ANIMALS).map((name) => ({ $ref: `#/components/schemas/${name}` }));
const plain = { oneOf: animals };
const discriminated = (mapping: Record<string, string>, propertyName = "kind") => ({
  oneOf: animals,
  discriminator: { propertyName, mapping },
});
const [CAT, TWO] = [{ cat: "Cat" }, { cat: "Cat", feline: "Cat" }];

/** The checks of types, values and documentation. */
export const TYPE_CHECKS: SchemaCheck[] = [
  ["all-of-added-annotation-only", BODIES, BODIES, "docs-changed", TEXT, WITH_NOTE],
  ["all-of-removed-annotation-only", BODIES, BODIES, "docs-changed", WITH_NOTE, TEXT],
  ["any-of-added", BODIES, BODIES, "type-widened", { anyOf: [TEXT, LIST] }, { anyOf: [TEXT, LIST, NUMBER] }],
  ["any-of-removed", BODIES, BODIES, "type-narrowed", { anyOf: [TEXT, LIST, NUMBER] }, { anyOf: [TEXT, LIST] }],
  ["one-of-added", BODIES, BODIES, "type-widened", { oneOf: [TEXT, LIST] }, { oneOf: [TEXT, LIST, NUMBER] }],
  ["one-of-removed", BODIES, BODIES, "type-narrowed", { oneOf: [TEXT, LIST, NUMBER] }, { oneOf: [TEXT, LIST] }],
  ["wrapped-in-one-of", "body", "body", "type-widened", TEXT, { oneOf: [TEXT, LIST] }],
  ["became-enum", REQUESTS, "", "type-narrowed", TEXT, { ...TEXT, enum: ["a"] }],
  ["became-not-nullable", ALL, BODIES, "type-narrowed", NULLABLE, TEXT],
  ["became-nullable", ALL, BODIES, "type-widened", TEXT, NULLABLE],
  ["const-added", BODIES, BODIES, "type-narrowed", TEXT, { ...TEXT, const: "a" }],
  ["const-changed", BODIES, BODIES, "enum-value-removed", { const: "a" }, { const: "b" }],
  ["const-removed", BODIES, BODIES, "type-widened", { ...TEXT, const: "a" }, TEXT],
  ["enum-value-added", "parameter parameter-property property", "property", "enum-value-added", ONE, BOTH],
  ["enum-value-removed", ALL, "property", "enum-value-removed", BOTH, ONE],
  ["list-of-types-narrowed", ALL, BODIES, "type-narrowed", { type: ["string", "array"] }, TEXT],
  ["list-of-types-widened", ALL, BODIES, "type-widened", TEXT, { type: ["string", "array"] }],
  ["pattern-property-added", BODIES, BODIES, "property-added", OBJECT, PATTERN],
  ["pattern-property-removed", BODIES, BODIES, "property-removed", PATTERN, OBJECT],
  ["prefix-items-added", BODIES, BODIES, "type-narrowed", LIST, { ...LIST, prefixItems: [TEXT] }],
  ["prefix-items-removed", BODIES, BODIES, "type-widened", { ...LIST, prefixItems: [TEXT] }, LIST],
  ["type-changed", ALL, BODIES, "type-changed", TEXT, NUMBER],
  ["type-compatible", BODIES, "", "integer-to-number", INTEGER, NUMBER],
  ["type-compatible", "", BODIES, "number-to-integer", NUMBER, INTEGER],
  ["type-generalized", ALL, BODIES, "integer-to-number", INTEGER, NUMBER],
  ["type-specialized", "parameter-property", BODIES, "number-to-integer", NUMBER, INTEGER],
  ["default-value-added", REQUESTS, BODIES, "default-changed", TEXT, { ...TEXT, default: "a" }],
  ["default-value-changed", REQUESTS, BODIES, "default-changed", { ...TEXT, default: "a" }, { ...TEXT, default: "b" }],
  ["default-value-removed", REQUESTS, BODIES, "default-changed", { ...TEXT, default: "a" }, TEXT],
  ["deprecated", "parameter property", "property", "property-deprecated", TEXT, DEPRECATED],
  ["deprecated-with-sunset", "property", "property", "property-deprecated", TEXT, SUNSET],
  ["reactivated", "parameter property", "property", "docs-changed", DEPRECATED, TEXT],
  [
    "x-extensible-enum-value-removed",
    "parameter property",
    "",
    "keyword-changed",
    EXTENSIBLE,
    { ...TEXT, "x-extensible-enum": ["a"] },
  ],
  ...["stability-decreased", "stability-increased"].map((ending): SchemaCheck => [
    ending,
    "property",
    "property",
    "keyword-changed",
    TEXT,
    { ...TEXT, "x-stability-level": "beta" },
  ]),
  ["discriminator-added", BODIES, BODIES, "discriminator-added", plain, discriminated(CAT)],
  ["discriminator-removed", BODIES, BODIES, "discriminator-removed", discriminated(CAT), plain],
  [
    "discriminator-property-name-changed",
    BODIES,
    BODIES,
    "discriminator-changed",
    discriminated(CAT),
    discriminated(CAT, "type"),
  ],
  ["discriminator-mapping-added", BODIES, BODIES, "discriminator-value-added", discriminated(CAT), discriminated(TWO)],
  [
    "discriminator-mapping-deleted",
    BODIES,
    BODIES,
    "discriminator-value-removed",
    discriminated(TWO),
    discriminated(CAT),
  ],
  [
    "discriminator-mapping-changed",
    BODIES,
    BODIES,
    "discriminator-value-changed",
    discriminated(TWO),
    discriminated({ ...TWO, feline: "Dog" }),
  ],
];
