import {
  assert,
  constantFrom,
  dictionary,
  letrec,
  oneof,
  option,
  property,
  record,
  subarray,
  tuple,
  type Arbitrary,
} from "fast-check";
import { expect, it } from "vitest";

import { canonicalJson } from "../../schema/canonical-json.ts";
import type { Json, JsonObject } from "../../spec/json.ts";
import { apiDocument, objectOf } from "../../test-utils/documents/api-document.ts";
import { messagesOf } from "../../test-utils/messages-of.ts";
import { modelOf } from "../../test-utils/model-of.ts";
import type { ApiChange } from "../api-change.ts";
import { classifyChanges } from "../classify-changes.ts";
import type { ChangeKind } from "../rules/rules.ts";
import { compareModels } from "./compare-models.ts";

// Dissimilar names, so that no property counts as renamed.
const NAMES = ["alpha", "bravo", "kilo", "x"];
const referenceTo = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const reference = constantFrom("One", "Two", "Two/properties/alpha").map(referenceTo);
const mapping = dictionary(constantFrom("a", "b"), constantFrom("One", "Two"), { noNullPrototype: true });

const { schema } = letrec<{ schema: Json }>((tie) => ({
  schema: oneof(
    { maxDepth: 3 },
    constantFrom<Json>({ type: "string" }, { type: "integer" }, { type: "number" }, { type: ["string", "null"] }, {}),
    subarray(["a", "b", "c"], { minLength: 1 }).map((values): Json => ({ enum: values })),
    constantFrom<Json>({ type: "string", readOnly: true }, { type: "string", writeOnly: true }),
    record({ type: constantFrom("string"), format: constantFrom("email", "uri") }),
    record({ propertyName: constantFrom("kind", "type"), mapping: mapping }).map((discriminator): Json => ({
      oneOf: ["One", "Two"].map(referenceTo),
      discriminator,
    })),
    record({ type: constantFrom("number"), minimum: constantFrom(1, 2), description: constantFrom("One.", "Two.") }),
    reference,
    tie("schema").map((items): Json => ({ type: "array", items })),
    tuple(tie("schema"), tie("schema")).map((oneOf): Json => ({ oneOf })),
    tuple(reference, tie("schema")).map((allOf): Json => ({ allOf })),
    objects(tie("schema")),
  ),
}));

const document = record({
  input: objects(schema),
  output: objects(schema),
  one: schema,
  two: objects(schema),
  deprecated: option(constantFrom(true), { nil: false }),
  error: option(schema, { nil: null }),
  security: constantFrom<Json>([], [{ token: [] }]),
  tags: subarray(["a", "b"]),
}).map(({ input, output, one, two, deprecated, error, security, tags }) =>
  apiDocument({
    input: { in: input },
    output: { out: output },
    schemas: { One: one, Two: two },
    operation: { deprecated, tags },
    responses: error === null ? {} : { 404: { content: { "application/json": { schema: error } } } },
    document: { security },
  }),
);
/** Valid documents. A schema must not contain itself without a property or an array between. */
const api = document.filter((text) => messagesOf(text).length === 0);

/** Pairs of kinds that are reported in opposite directions. All other kinds are symmetric. */
const OPPOSITES: [ChangeKind, ChangeKind][] = [
  ["property-added", "property-removed"],
  ["property-required", "property-optional"],
  ["type-widened", "type-narrowed"],
  ["enum-value-added", "enum-value-removed"],
  ["integer-to-number", "number-to-integer"],
  ["constraint-tightened", "constraint-loosened"],
  ["operation-deprecated", "operation-undeprecated"],
  ["discriminator-added", "discriminator-removed"],
  ["discriminator-value-added", "discriminator-value-removed"],
  ["response-added", "response-removed"],
  ["security-added", "security-removed"],
  ["token-required", "token-optional"],
  ["schema-added", "schema-removed"],
];
const OPPOSITE: ReadonlyMap<string, string> = new Map([
  ...OPPOSITES,
  ...OPPOSITES.map(([one, other]) => [other, one] as const),
]);

const compare = (before: string, after: string) => compareModels({ before: modelOf(before), after: modelOf(after) });

it("finds no changes between a document and itself", () => {
  assert(property(api, (text) => void expect(compare(text, text)).toEqual([])));
});

it("finds the opposite changes in the other direction", () => {
  assert(
    property(
      api,
      api,
      (one, other) => void expect(kindsOf(compare(one, other))).toEqual(oppositeKindsOf(compare(other, one))),
    ),
  );
});

it("finds a change between any two different documents", () => {
  assert(
    property(api, api, (one, other) => {
      const [before, after] = [one, other].map((text) => canonicalJson(JSON.parse(text) as Json, false));
      expect(compare(one, other).length > 0).toBe(before !== after);
    }),
  );
});

it("finds only changes that have a rule", () => {
  assert(property(api, api, (one, other) => void classifyChanges(compare(one, other))));
});

/** Returns the scopes and kinds of changes, each once. */
function kindsOf(changes: readonly ApiChange[]): Set<string> {
  return new Set(changes.map((change) => `${change.scope} ${kindOf(change)}`));
}

/** Returns the scopes and kinds that the comparison in the other direction should find. */
function oppositeKindsOf(changes: readonly ApiChange[]): Set<string> {
  return new Set(changes.map((change) => `${change.scope} ${OPPOSITE.get(kindOf(change)) ?? kindOf(change)}`));
}

/** Maps `property-added-required` to `property-added`, because both have the opposite `property-removed`. */
function kindOf({ kind }: ApiChange): string {
  return kind === "property-added-required" ? "property-added" : kind;
}

function objects(of: Arbitrary<Json>): Arbitrary<JsonObject> {
  const names = constantFrom(...NAMES, ...NAMES.map((name) => `${name}!`));
  return dictionary(names, of, { maxKeys: 3 }).map((all) =>
    objectOf(Object.fromEntries(Object.entries(all).filter(([name]) => name.endsWith("!") || !(`${name}!` in all)))),
  );
}
