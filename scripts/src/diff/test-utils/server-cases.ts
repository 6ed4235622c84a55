import type { Json, JsonObject } from "../../spec/json.ts";
import type { ApiDocument } from "../../test-utils/documents/api-document.ts";
import type { RuleCase } from "./rule-case.ts";

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
const security = (...alternatives: Json[]): ApiDocument => ({ operation: { security: alternatives } });

const otherOperation = { paths: { "/others": { get: { operationId: "other", responses: { 204: {} } } } } };
const withToken = (...alternatives: Json[]): ApiDocument => ({
  ...security(...alternatives),
  ...otherOperation,
  document: { security: [{ bearer: [] }] },
});

/** Changes of servers and security. */
export const SERVER_CASES: RuleCase[] = [
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
  ["token-required", "server", "major", {}, security({ bearer: [] })],
  ["token-optional", "server", "minor", security({ bearer: [] }), {}],
  ["security-added", "server", "major", withToken(), withToken({ bearer: [] })],
  ["security-removed", "server", "minor", withToken({ bearer: [] }), withToken()],
  ["security-changed", "server", "major", security({ bearer: [] }), security({ key: [] })],
  ["security-alternative-added", "server", "minor", security({ bearer: [] }), security({ bearer: [] }, { key: [] })],
  ["security-scope-added", "server", "major", security({ oauth: [] }), security({ oauth: ["read"] })],
  ["security-scope-removed", "server", "minor", security({ oauth: ["read"] }), security({ oauth: [] })],
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
