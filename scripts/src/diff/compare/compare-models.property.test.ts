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

import type { Json, JsonObject } from "../../spec/json.ts";
import { apiDocument, objectOf } from "../../test-utils/api-document.ts";
import { modelOf } from "../../test-utils/model-of.ts";
import type { ApiChange } from "../api-change.ts";
import { compareModels } from "./compare-models.ts";
import { classifyChanges } from "../classify-changes.ts";
import type { ChangeKind } from "../rules.ts";

// Names that nobody could take for each other, so that nothing counts as renamed.
const NAMES = ["alpha", "bravo", "kilo", "x"];
const reference = constantFrom("One", "Two").map((name): Json => ({ $ref: `#/components/schemas/${name}` }));

const { schema } = letrec<{ schema: Json }>((tie) => ({
  schema: oneof(
    { maxDepth: 3 },
    constantFrom<Json>({ type: "string" }, { type: "integer" }, { type: "number" }, { type: ["string", "null"] }, {}),
    subarray(["a", "b", "c"], { minLength: 1 }).map((values): Json => ({ enum: values })),
    record({ type: constantFrom("number"), minimum: constantFrom(1, 2), description: constantFrom("One.", "Two.") }),
    reference,
    tie("schema").map((items): Json => ({ type: "array", items })),
    tuple(tie("schema"), tie("schema")).map((oneOf): Json => ({ oneOf })),
    tuple(reference, tie("schema")).map((allOf): Json => ({ allOf })),
    members(tie("schema")),
  ),
}));

const api = record({
  input: members(schema),
  output: members(schema),
  one: schema,
  two: members(schema),
  deprecated: option(constantFrom(true), { nil: false }),
}).map(({ input, output, one, two, deprecated }) =>
  apiDocument({
    input: { in: input },
    output: { out: output },
    schemas: { One: notItself(one), Two: two },
    operation: { deprecated },
  }),
);

/** What the first of each pair is one way round, the second is the other way round; all else is the same both ways. */
const OPPOSITES: [ChangeKind, ChangeKind][] = [
  ["property-added", "property-removed"],
  ["property-required", "property-optional"],
  ["type-widened", "type-narrowed"],
  ["enum-value-added", "enum-value-removed"],
  ["constraint-tightened", "constraint-loosened"],
  ["operation-deprecated", "operation-undeprecated"],
];
const BACK: ReadonlyMap<string, string> = new Map([
  ...OPPOSITES,
  ...OPPOSITES.map(([one, other]) => [other, one] as const),
]);

const compare = (before: string, after: string) => compareModels({ before: modelOf(before), after: modelOf(after) });

it("finds nothing between a document and itself", () => {
  assert(property(api, (text) => void expect(compare(text, text)).toEqual([])));
});

it("finds the opposite the other way round", () => {
  assert(
    property(api, api, (one, other) => void expect(there(compare(one, other))).toEqual(back(compare(other, one)))),
  );
});

it("has a rule for whatever it finds", () => {
  assert(property(api, api, (one, other) => void classifyChanges(compare(one, other))));
});

/** What was found, regardless of where and how often. */
function there(changes: readonly ApiChange[]): Set<string> {
  return new Set(changes.map((change) => `${change.scope} ${kindOf(change)}`));
}

/** What should have been found the other way round. */
function back(changes: readonly ApiChange[]): Set<string> {
  return new Set(changes.map((change) => `${change.scope} ${BACK.get(kindOf(change)) ?? kindOf(change)}`));
}

/** A required member is removed like any other. */
function kindOf({ kind }: ApiChange): string {
  return kind === "property-added-required" ? "property-added" : kind;
}

function members(of: Arbitrary<Json>): Arbitrary<JsonObject> {
  const names = constantFrom(...NAMES, ...NAMES.map((name) => `${name}!`));
  return dictionary(names, of, { maxKeys: 3 }).map((all) =>
    objectOf(Object.fromEntries(Object.entries(all).filter(([name]) => name.endsWith("!") || !(`${name}!` in all)))),
  );
}

/** A schema that is nothing but a reference to itself is refused. */
function notItself(one: Json): Json {
  return typeof one === "object" && one !== null && "$ref" in one ? { type: "string" } : one;
}
