import type { Json, JsonObject } from "../../spec/json.ts";
import type { ApiDocument } from "../../test-utils/documents/api-document.ts";
import type { OtherCheck } from "./message-checks.ts";

const TEXT = { type: "string" };
const SUNSET = { deprecated: true, "x-sunset": "2030-01-01" };
const NONE: ApiDocument = {};

const operation = (keys: JsonObject): ApiDocument => ({ operation: keys });
const other = (keys: JsonObject = {}): ApiDocument => ({
  paths: { "/others": { get: { operationId: "listOthers", responses: { 204: {} }, ...keys } } },
});
const security = (...alternatives: Json[]): ApiDocument => operation({ security: alternatives });
const globalSecurity = (...alternatives: Json[]): ApiDocument => ({ document: { security: alternatives } });
const scheme = (keys?: JsonObject): ApiDocument => ({ components: { securitySchemes: keys ? { auth: keys } : {} } });
const flow = (keys: JsonObject): ApiDocument => scheme({ type: "oauth2", flows: { implicit: keys } });
const BEARER = { type: "http", scheme: "bearer" };

/** The checks of operations, schemas and security. */
export const OPERATION_CHECKS: OtherCheck[] = [
  ["endpoint-added", "operation-added", "operation", NONE, other()],
  [
    "api-removed-without-deprecation api-path-removed-without-deprecation",
    "operation-removed",
    "operation",
    other(),
    NONE,
  ],
  [
    "api-removed-with-deprecation api-removed-before-sunset api-path-removed-with-deprecation api-path-removed-before-sunset",
    "operation-removed",
    "operation",
    other(SUNSET),
    NONE,
  ],
  ["api-operation-id-added", "operation-renamed", "operation", other({ operationId: "" }), other()],
  ["api-operation-id-removed", "operation-renamed", "operation", other(), other({ operationId: "" })],
  ["endpoint-deprecated", "operation-deprecated", "operation", NONE, operation({ deprecated: true })],
  ["endpoint-deprecated-with-sunset", "operation-deprecated", "operation", NONE, operation(SUNSET)],
  ["endpoint-reactivated", "operation-undeprecated", "operation", operation(SUNSET), NONE],
  ["sunset-deleted", "part-changed", "document", operation(SUNSET), operation({ deprecated: true })],
  ["api-tag-added", "tags-changed", "operation", NONE, operation({ tags: ["a"] })],
  ["api-tag-removed", "tags-changed", "operation", operation({ tags: ["a"] }), NONE],
  [
    "api-stability-decreased api-stability-increased",
    "part-changed",
    "document",
    operation({ "x-stability-level": "beta" }),
    operation({ "x-stability-level": "alpha" }),
  ],
  ["webhook-added", "part-changed", "document", NONE, { document: { webhooks: { made: {} } } }],
  ["webhook-removed", "part-changed", "document", { document: { webhooks: { made: {} } } }, NONE],
  ["api-schema-removed", "schema-removed", "schema", { schemas: { Thing: TEXT } }, NONE],

  ["api-security-added", "security-added", "server", NONE, security({ auth: [] })],
  ["api-security-removed", "security-removed", "server", security({ auth: [] }), NONE],
  ["api-security-scope-added", "security-scope-added", "server", security({ auth: [] }), security({ auth: ["a"] })],
  ["api-security-scope-removed", "security-scope-removed", "server", security({ auth: ["a"] }), security({ auth: [] })],
  ["api-global-security-added", "security-added", "server", NONE, globalSecurity({ auth: [] })],
  ["api-global-security-removed", "security-removed", "server", globalSecurity({ auth: [] }), NONE],
  [
    "api-global-security-scope-added",
    "security-scope-added",
    "server",
    globalSecurity({ auth: [] }),
    globalSecurity({ auth: ["a"] }),
  ],
  [
    "api-global-security-scope-removed",
    "security-scope-removed",
    "server",
    globalSecurity({ auth: ["a"] }),
    globalSecurity({ auth: [] }),
  ],
  ["api-security-component-added", "scheme-added", "server", NONE, scheme(BEARER)],
  ["api-security-component-removed", "scheme-removed", "server", scheme(BEARER), NONE],
  [
    "api-security-component-type-changed",
    "scheme-changed",
    "server",
    scheme(BEARER),
    scheme({ type: "openIdConnect" }),
  ],
  [
    "api-security-component-oauth-scope-added api-security-component-oauth-scope-changed api-security-component-oauth-scope-removed",
    "scheme-details-changed",
    "server",
    flow({ scopes: { a: "A" } }),
    flow({ scopes: { b: "B" } }),
  ],
  [
    "api-security-component-oauth-url-changed api-security-component-oauth-token-url-changed",
    "scheme-details-changed",
    "server",
    flow({ authorizationUrl: "https://a.example.com" }),
    flow({ authorizationUrl: "https://b.example.com" }),
  ],
];
