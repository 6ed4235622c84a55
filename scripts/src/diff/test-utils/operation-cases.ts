import { objectOf, type ApiDocument, type Members } from "../../test-utils/documents/api-document.ts";
import type { RuleCase } from "./rule-case.ts";

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
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

/** Changes of an operation as a whole, of an input location, of the name of a schema, and of a part without a rule. */
export const OPERATION_CASES: RuleCase[] = [
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
  ["part-changed", "document", "patch", {}, { operation: { tags: ["a"] } }],
];
