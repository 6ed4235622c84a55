import { describe, expect, it } from "vitest";

import { apiDocument, objectOf, type ApiDocument, type Members } from "../test-utils/api-document.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { classifyChanges } from "./classify-changes.ts";
import { compareModels } from "./compare/compare-models.ts";
import { RULES, type ChangeKind } from "./rules.ts";
import type { Bump } from "./rules/rule.ts";

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const OLD = { a: TEXT };

/** A changed property, with the bump in inputs and the bump in outputs. */
const PROPERTIES: [kind: ChangeKind, input: Bump, output: Bump, before: Members, after: Members][] = [
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
  ["enum-value-added", "minor", "minor", { a: { enum: ["x"] } }, { a: { enum: ["x", "y"] } }],
  ["enum-value-removed", "major", "minor", { a: { enum: ["x", "y"] } }, { a: { enum: ["x"] } }],
  ["constraint-tightened", "minor", "patch", { a: { ...NUMBER, maximum: 9 } }, { a: { ...NUMBER, maximum: 8 } }],
  ["constraint-loosened", "minor", "minor", { a: { ...NUMBER, minimum: 9 } }, { a: { ...NUMBER, minimum: 8 } }],
  ["constraint-changed", "minor", "minor", { a: { ...TEXT, pattern: "x" } }, { a: { ...TEXT, pattern: "y" } }],
  ["default-changed", "minor", "patch", OLD, { a: { ...TEXT, default: "x" } }],
  ["examples-changed", "patch", "patch", OLD, { a: { ...TEXT, examples: ["x"] } }],
  ["docs-changed", "patch", "patch", OLD, { a: { ...TEXT, description: "New." } }],
];

const LIMIT = { "x-rate-limit": { requests: 60, windowSeconds: 60 } };
const OTHER_LIMIT = { "x-rate-limit": { requests: 30, windowSeconds: 60 } };
const query = (name: string, schema: Members) => ({ parameters: [{ name, in: "query", schema, required: true }] });
const PAGED: ApiDocument = {
  method: "get",
  operation: { parameters: [{ name: "pagination", in: "query", schema: objectOf({ cursor: TEXT, count: NUMBER }) }] },
  output: { things: { type: "array", items: TEXT }, pagination: { type: "object" } },
};
const UNPAGED: ApiDocument = { ...PAGED, operation: {} };
const ARRAY = query("ids", { type: "array", items: TEXT });
const NO_ARRAY = query("ids", { type: "object" });
const NO_CONTENT = { responses: { "204": { description: "Made." } } };
const CREATED = { responses: { "201": { content: { "application/json": { schema: { properties: { data: {} } } } } } } };
const FOUND = { responses: { "200": { content: { "application/json": { schema: { properties: { data: {} } } } } } } };
const UNWRAPPED = { responses: { "200": { content: { "application/json": { schema: { properties: { a: {} } } } } } } };
const OPTIONAL_RESULT = { responses: { ...FOUND.responses, ...NO_CONTENT.responses } };
const other = (operationId: string) => ({ "/others": { get: { operationId, ...FOUND } } });
const below = (keys: object) => ({ "/things/all": { get: { operationId: "listThings", ...FOUND, ...keys } } });

/** A change of an operation as a whole, of an input location, or of a schema name. */
const OTHERS: [
  kind: ChangeKind,
  scope: "operation" | "input" | "schema",
  bump: Bump,
  before: ApiDocument,
  after: ApiDocument,
][] = [
  ["operation-added", "operation", "minor", {}, { paths: other("listOthers") }],
  ["operation-removed", "operation", "major", { paths: other("listOthers") }, {}],
  ["operation-renamed", "operation", "major", { paths: other("listOthers") }, { paths: other("allOthers") }],
  ["operation-moved", "operation", "major", {}, { path: "/stuff" }],
  ["operation-deprecated", "operation", "minor", {}, { operation: { deprecated: true } }],
  ["operation-undeprecated", "operation", "patch", { operation: { deprecated: true } }, {}],
  ["rate-limit-added", "operation", "minor", {}, { operation: LIMIT }],
  ["rate-limit-removed", "operation", "minor", { operation: LIMIT }, {}],
  ["rate-limit-changed", "operation", "minor", { operation: LIMIT }, { operation: OTHER_LIMIT }],
  ["idempotency-changed", "operation", "minor", {}, { operation: { "x-idempotent": true } }],
  [
    "invalidation-changed",
    "operation",
    "patch",
    { paths: below({}) },
    { paths: below({}), operation: { "x-invalidates": [] } },
  ],
  ["audit-events-changed", "operation", "patch", {}, { operation: { "x-audit-events": ["Made"] } }],
  ["pagination-added", "operation", "minor", UNPAGED, PAGED],
  ["pagination-removed", "operation", "major", PAGED, UNPAGED],
  ["bulk-added", "operation", "minor", { operation: NO_ARRAY }, { operation: ARRAY }],
  ["bulk-removed", "operation", "major", { operation: ARRAY }, { operation: NO_ARRAY }],
  ["result-added", "operation", "major", { operation: NO_CONTENT }, {}],
  ["result-removed", "operation", "major", {}, { operation: NO_CONTENT }],
  ["result-unwrapped", "operation", "major", { operation: FOUND }, { operation: UNWRAPPED }],
  ["result-optional", "operation", "major", {}, { operation: OPTIONAL_RESULT }],
  ["result-required", "operation", "minor", { operation: OPTIONAL_RESULT }, {}],
  ["status-changed", "operation", "minor", { operation: FOUND }, { operation: CREATED }],
  ["docs-changed", "operation", "patch", {}, { operation: { description: "New." } }],
  ["property-moved", "input", "major", { operation: query("a", TEXT) }, { input: { "a!": TEXT } }],
  ["schema-added", "schema", "minor", {}, { schemas: { Thing: TEXT } }],
  ["schema-removed", "schema", "major", { schemas: { Thing: TEXT } }, {}],
  ["schema-renamed", "schema", "major", { schemas: { ThingV1: TEXT } }, { schemas: { ThingV2: TEXT } }],
];

const changesOf = (before: ApiDocument, after: ApiDocument) =>
  classifyChanges(compareModels({ before: modelOf(apiDocument(before)), after: modelOf(apiDocument(after)) }));

describe.each(PROPERTIES)("%s", (kind, input, output, before, after) => {
  it.each([
    ["input", input],
    ["output", output],
  ] as const)("in the %s requires a %s release", (scope, bump) => {
    const changes = changesOf({ [scope]: before }, { [scope]: after });
    expect(changes).toEqual([expect.objectContaining({ kind, scope, bump, operations: ["makeThing"] })]);
  });
});

it.each(OTHERS)("%s of the %s requires a %s release", (kind, scope, bump, before, after) => {
  expect(changesOf(before, after)).toContainEqual(expect.objectContaining({ kind, scope, bump }));
});

it("has a test for every rule", () => {
  const tested = [
    ...PROPERTIES.flatMap(([kind]) => [`${kind} input`, `${kind} output`]),
    ...OTHERS.map(([kind, scope]) => `${kind} ${scope}`),
  ];
  expect(tested.toSorted()).toEqual(RULES.map(({ kind, scope }) => `${kind} ${scope}`).toSorted());
});
