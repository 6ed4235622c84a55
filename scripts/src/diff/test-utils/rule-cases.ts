import type { Json, JsonObject } from "../../spec/json.ts";
import { objectOf, type ApiDocument, type Members } from "../../test-utils/documents/api-document.ts";
import type { ChangeKind } from "../rules/rules.ts";
import type { Bump, ChangeScope } from "../rules/rule.ts";
import { response } from "./place-schema.ts";

/** A change, the bump that it requires, and two documents that differ by it. */
type RuleCase = [kind: ChangeKind, scope: ChangeScope, bump: Bump, before: ApiDocument, after: ApiDocument];

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
const OPERATION_CASES: RuleCase[] = [
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
  ["tags-changed", "operation", "patch", {}, { operation: { tags: ["a"] } }],
  ["part-changed", "document", "patch", {}, { operation: { externalDocs: {} } }],
];

const MADE = objectOf({ a: { type: "string" } });
const [V1, V2] = ["application/vnd.things.v1+json", "application/vnd.things.v2+json"];
const SUCCESS = response(objectOf({ "data!": MADE }));
const EMPTY = { description: "Nothing." };

const withResponses = (responses: JsonObject): ApiDocument => ({ operation: { responses } });
const withError = (error: JsonObject): ApiDocument => withResponses({ 200: SUCCESS, 404: error });
const content = (...mediaTypes: string[]): JsonObject =>
  Object.assign({}, ...mediaTypes.map((mediaType) => response(MADE, mediaType)["content"])) as JsonObject;
const results = (...mediaTypes: string[]) => withResponses({ 200: { ...EMPTY, content: content(...mediaTypes) } });
const errors = (...mediaTypes: string[]) => withError({ ...EMPTY, content: content(...mediaTypes) });
const bodies = (...mediaTypes: string[]): ApiDocument => ({
  operation: { requestBody: { content: content(...mediaTypes) } },
});
const body = (required: boolean): ApiDocument => ({ operation: { requestBody: { required, content: content(V1) } } });

/** Changes of request bodies and responses, except of their schemas. */
const RESPONSE_CASES: RuleCase[] = [
  ["body-required", "input", "minor", body(false), body(true)],
  ["body-optional", "input", "minor", body(true), body(false)],
  ["media-type-changed", "input", "major", bodies(V1), bodies(V2)],
  ["media-type-added", "input", "minor", bodies(V1), bodies(V1, V2)],
  ["media-type-removed", "input", "minor", bodies(V1, V2), bodies(V1)],
  ["media-type-changed", "output", "major", results(V1), results(V2)],
  ["media-type-added", "output", "minor", results(V1), results(V1, V2)],
  ["media-type-removed", "output", "minor", results(V1, V2), results(V1)],
  ["media-type-changed", "error", "major", errors(V1), errors(V2)],
  ["media-type-added", "error", "minor", errors(V1), errors(V1, V2)],
  ["media-type-removed", "error", "minor", errors(V1, V2), errors(V1)],
  ["status-added", "output", "patch", withResponses({ 204: EMPTY }), withResponses({ 204: EMPTY, 205: EMPTY })],
  ["status-removed", "output", "patch", withResponses({ 204: EMPTY, 205: EMPTY }), withResponses({ 204: EMPTY })],
  ["response-added", "error", "minor", withResponses({ 200: SUCCESS }), withError(EMPTY)],
  ["response-removed", "error", "minor", withError(EMPTY), withResponses({ 200: SUCCESS })],
  ["body-added", "error", "minor", withError(EMPTY), withError({ ...response(MADE), ...EMPTY })],
  ["body-removed", "error", "major", withError({ ...response(MADE), ...EMPTY }), withError(EMPTY)],
];

const server = (region: string, keys: JsonObject = {}): JsonObject => ({
  url: `https://${region}.example.com`,
  "x-region": region,
  ...keys,
});
const [US, EU] = [server("us"), server("eu")];
const servers = (...list: JsonObject[]): ApiDocument => ({ document: { servers: list } });
const variable = (keys: JsonObject) => server("us", { url: "https://{host}", variables: { host: keys } });

const schemes = (securitySchemes: JsonObject): ApiDocument => ({ components: { securitySchemes } });
const BEARER = { type: "http", scheme: "bearer" };
const withSecurity = (...alternatives: Json[]): ApiDocument => ({ operation: { security: alternatives } });

const withToken = (...alternatives: Json[]): ApiDocument => ({
  ...withSecurity(...alternatives),
  paths: other("other"),
  document: { security: [{ bearer: [] }] },
});

/** Changes of servers and security. */
const SERVER_CASES: RuleCase[] = [
  ["region-added", "server", "minor", servers(US), servers(US, EU)],
  ["region-removed", "server", "major", servers(US, EU), servers(US)],
  ["region-renamed", "server", "major", servers(US), servers({ ...US, "x-region": "america" })],
  ["default-region-changed", "server", "major", servers(US, EU), servers(EU, US)],
  ["server-url-changed", "server", "major", servers(US), servers({ ...US, url: "https://example.com" })],
  ["server-url-changed", "server", "major", servers(variable({ default: "a" })), servers(variable({ default: "b" }))],
  [
    "server-variables-changed",
    "server",
    "patch",
    servers(variable({ default: "a" })),
    servers(variable({ default: "a", enum: ["a", "b"] })),
  ],
  ["docs-changed", "server", "patch", servers(US), servers({ ...US, description: "New." })],
  ["token-required", "server", "major", {}, withSecurity({ bearer: [] })],
  ["token-optional", "server", "minor", withSecurity({ bearer: [] }), {}],
  ["security-added", "server", "major", withToken(), withToken({ bearer: [] })],
  ["security-removed", "server", "minor", withToken({ bearer: [] }), withToken()],
  ["security-changed", "server", "major", withSecurity({ bearer: [] }), withSecurity({ key: [] })],
  [
    "security-alternative-added",
    "server",
    "minor",
    withSecurity({ bearer: [] }),
    withSecurity({ bearer: [] }, { key: [] }),
  ],
  ["security-scope-added", "server", "major", withSecurity({ oauth: [] }), withSecurity({ oauth: ["read"] })],
  ["security-scope-removed", "server", "minor", withSecurity({ oauth: ["read"] }), withSecurity({ oauth: [] })],
  ["scheme-added", "server", "minor", {}, schemes({ bearer: BEARER })],
  ["scheme-removed", "server", "major", schemes({ bearer: BEARER }), {}],
  [
    "scheme-changed",
    "server",
    "major",
    schemes({ bearer: BEARER }),
    schemes({ bearer: { ...BEARER, scheme: "basic" } }),
  ],
  [
    "scheme-details-changed",
    "server",
    "minor",
    schemes({ bearer: BEARER }),
    schemes({ bearer: { ...BEARER, bearerFormat: "JWT" } }),
  ],
];

/** A change for each rule that is not about schemas. */
export const RULE_CASES: readonly RuleCase[] = [...OPERATION_CASES, ...RESPONSE_CASES, ...SERVER_CASES];
