import { objectOf, type Members } from "../../test-utils/documents/api-document.ts";
import type { ChangeKind } from "../rules/rules.ts";
import type { Bump } from "../rules/rule.ts";

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const INTEGER = { type: "integer" };
const OLD = { a: TEXT };

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const union = (discriminator: object) => ({ a: { oneOf: [reference("Cat"), reference("Dog")], ...discriminator } });
const discriminated = (mapping: Members, propertyName = "kind") => union({ discriminator: { propertyName, mapping } });
const [CAT, DOG] = [{ cat: "Cat" }, { dog: "Dog" }];

/** The schemas that the cases refer to. */
export const ANIMALS: Members = {
  Cat: objectOf({ "kind!": TEXT, type: TEXT, meow: TEXT }),
  Dog: objectOf({ "kind!": TEXT, type: TEXT, bark: TEXT }),
};

/** A changed property, with the bump in inputs and the bump in responses. */
export const SCHEMA_CASES: [kind: ChangeKind, input: Bump, output: Bump, before: Members, after: Members][] = [
  ["property-added", "minor", "minor", OLD, { ...OLD, b: TEXT }],
  ["property-added-required", "major", "minor", OLD, { ...OLD, "b!": TEXT }],
  ["property-removed", "major", "major", { ...OLD, b: TEXT }, OLD],
  ["property-renamed", "major", "major", { email: TEXT }, { emailAddress: TEXT }],
  ["property-required", "major", "minor", OLD, { "a!": TEXT }],
  ["property-optional", "minor", "major", { "a!": TEXT }, OLD],
  ["property-deprecated", "minor", "minor", OLD, { a: { ...TEXT, deprecated: true } }],
  ["type-changed", "major", "major", OLD, { a: NUMBER }],
  ["type-narrowed", "major", "minor", { a: { type: ["string", "null"] } }, OLD],
  ["type-widened", "minor", "major", OLD, { a: { type: ["string", "null"] } }],
  ["integer-to-number", "minor", "patch", { a: INTEGER }, { a: NUMBER }],
  ["number-to-integer", "minor", "patch", { a: NUMBER }, { a: INTEGER }],
  ["format-changed", "minor", "patch", OLD, { a: { ...TEXT, format: "email" } }],
  ["keyword-changed", "patch", "patch", OLD, { a: { ...TEXT, xml: { name: "b" } } }],
  ["discriminator-added", "major", "minor", union({}), discriminated({})],
  ["discriminator-removed", "major", "major", discriminated({}), union({})],
  ["discriminator-changed", "major", "major", discriminated({}), discriminated({}, "type")],
  ["discriminator-value-added", "minor", "minor", discriminated(CAT), discriminated({ ...CAT, feline: "Cat" })],
  ["discriminator-value-removed", "major", "major", discriminated({ ...CAT, feline: "Cat" }), discriminated(CAT)],
  [
    "discriminator-value-changed",
    "major",
    "major",
    discriminated({ ...CAT, ...DOG }),
    discriminated({ cat: "Dog", dog: "Cat" }),
  ],
  ["enum-value-added", "minor", "minor", { a: { enum: ["x"] } }, { a: { enum: ["x", "y"] } }],
  ["enum-value-removed", "major", "minor", { a: { enum: ["x", "y"] } }, { a: { enum: ["x"] } }],
  ["constraint-tightened", "minor", "patch", { a: { ...NUMBER, maximum: 9 } }, { a: { ...NUMBER, maximum: 8 } }],
  ["constraint-loosened", "minor", "minor", { a: { ...NUMBER, minimum: 9 } }, { a: { ...NUMBER, minimum: 8 } }],
  ["constraint-changed", "minor", "minor", { a: { ...TEXT, pattern: "x" } }, { a: { ...TEXT, pattern: "y" } }],
  ["default-changed", "minor", "patch", OLD, { a: { ...TEXT, default: "x" } }],
  ["examples-changed", "patch", "patch", OLD, { a: { ...TEXT, examples: ["x"] } }],
  ["docs-changed", "patch", "patch", OLD, { a: { ...TEXT, description: "New." } }],
];
