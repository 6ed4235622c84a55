import type { Json, JsonObject } from "../../spec/json.ts";
import { objectOf, type ApiDocument } from "../../test-utils/documents/api-document.ts";
import type { ChangeScope } from "../rules/rule.ts";
import type { ChangeKind } from "../rules/rules.ts";
import { response } from "../test-utils/place-schema.ts";

/** Checks of oasdiff, the rule that covers them, and two documents that differ by the change. */
export type OtherCheck = [ids: string, kind: ChangeKind, scope: ChangeScope, before: ApiDocument, after: ApiDocument];

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const NULLABLE = { type: ["string", "null"] };
const SUNSET = { deprecated: true, "x-sunset": "2030-01-01" };
const [V1, V2] = ["application/vnd.things.v1+json", "application/vnd.things.v2+json"];
const NONE: ApiDocument = {};

const operation = (keys: JsonObject): ApiDocument => ({ operation: keys });
const parameter = (keys: JsonObject): ApiDocument =>
  operation({ parameters: [{ name: "a", in: "query", schema: TEXT, ...keys }] });
const header = (keys: JsonObject): ApiDocument => parameter({ in: "header", name: "X-A", ...keys });
const body = (keys: JsonObject = {}, content: Json = response(TEXT)["content"] ?? {}): ApiDocument =>
  operation({ requestBody: { content, ...keys } });
const result = (...mediaTypes: string[]): ApiDocument =>
  operation({
    responses: {
      200: { content: Object.assign({}, ...mediaTypes.map((name) => response(TEXT, name)["content"])) as JsonObject },
    },
  });
const responses = (...statuses: number[]): ApiDocument =>
  operation({
    responses: Object.fromEntries(statuses.map((status) => [status, response(objectOf({ [`a${status}`]: TEXT }))])),
  });
const responseHeader = (schema: JsonObject | undefined, required = false): ApiDocument =>
  operation({ responses: { 200: { ...response(TEXT), headers: schema ? { "X-A": { schema, required } } : {} } } });

/** The checks of parameters, bodies and headers. */
export const MESSAGE_CHECKS: OtherCheck[] = [
  ["new-optional-request-parameter", "property-added", "input", NONE, parameter({})],
  [
    "new-optional-request-default-parameter-to-existing-path",
    "property-added",
    "input",
    NONE,
    parameter({ schema: { ...TEXT, default: "x" } }),
  ],
  [
    "new-required-request-parameter new-required-request-default-parameter-to-existing-path",
    "property-added-required",
    "input",
    NONE,
    parameter({ required: true, schema: { ...TEXT, default: "x" } }),
  ],
  [
    "new-request-path-parameter",
    "property-added-required",
    "input",
    NONE,
    { path: "/things/{a}", ...parameter({ in: "path", required: true }) },
  ],
  ["request-parameter-removed", "property-removed", "input", parameter({}), NONE],
  [
    "request-parameter-removed-with-deprecation request-parameter-removed-before-sunset",
    "property-removed",
    "input",
    parameter(SUNSET),
    NONE,
  ],
  ["request-parameter-sunset-deleted", "part-changed", "document", parameter(SUNSET), parameter({ deprecated: true })],
  ["request-parameter-became-required", "property-required", "input", parameter({}), parameter({ required: true })],
  ["request-parameter-became-optional", "property-optional", "input", parameter({ required: true }), parameter({})],
  ["new-required-request-header-property", "property-added-required", "input", NONE, header({ required: true })],
  ["request-header-property-became-required", "property-required", "input", header({}), header({ required: true })],
  ["request-header-property-became-enum", "type-narrowed", "input", header({}), header({ schema: { enum: ["a"] } })],

  ["request-body-added-optional", "property-added", "input", NONE, body()],
  ["request-body-added-required", "property-added-required", "input", NONE, body({ required: true })],
  ["request-body-removed", "property-removed", "input", body(), NONE],
  ["request-body-became-optional", "property-optional", "input", body({ required: true }), body()],
  ["request-body-became-required", "property-required", "input", body(), body({ required: true })],
  [
    "request-body-media-type-added",
    "media-type-added",
    "input",
    body(),
    body({}, { ...(response(TEXT)["content"] as JsonObject), "text/plain": {} }),
  ],
  [
    "request-body-media-type-removed",
    "media-type-removed",
    "input",
    body({}, { ...(response(TEXT)["content"] as JsonObject), "text/plain": {} }),
    body(),
  ],

  ["response-media-type-added", "media-type-added", "output", result(V1), result(V1, V2)],
  ["response-media-type-removed", "media-type-removed", "output", result(V1, V2), result(V1)],
  [
    "response-media-type-name-changed response-media-type-name-generalized response-media-type-name-specialized",
    "media-type-changed",
    "output",
    result(V1),
    result("application/json"),
  ],
  ["response-success-status-added", "type-widened", "output", responses(200), responses(200, 201)],
  ["response-success-status-removed", "type-narrowed", "output", responses(200, 201), responses(200)],
  ["response-non-success-status-added", "response-added", "error", responses(200), responses(200, 404)],
  ["response-non-success-status-removed", "response-removed", "error", responses(200, 404), responses(200)],
  [
    "response-mediatype-enum-value-removed",
    "enum-value-removed",
    "output",
    operation({ responses: { 200: response({ enum: ["a", "b"] }) } }),
    operation({ responses: { 200: response({ enum: ["a"] }) } }),
  ],

  ["response-header-added", "property-added", "header", responseHeader(undefined), responseHeader(TEXT)],
  ["optional-response-header-removed", "property-removed", "header", responseHeader(TEXT), responseHeader(undefined)],
  [
    "required-response-header-removed",
    "property-removed",
    "header",
    responseHeader(TEXT, true),
    responseHeader(undefined),
  ],
  ["response-header-became-optional", "property-optional", "header", responseHeader(TEXT, true), responseHeader(TEXT)],
  ["response-header-became-nullable", "type-widened", "header", responseHeader(TEXT), responseHeader(NULLABLE)],
  ["response-header-became-not-nullable", "type-narrowed", "header", responseHeader(NULLABLE), responseHeader(TEXT)],
  [
    "response-header-type-changed response-header-type-compatible",
    "type-changed",
    "header",
    responseHeader(NUMBER),
    responseHeader(TEXT),
  ],
  [
    "response-header-type-generalized",
    "integer-to-number",
    "header",
    responseHeader({ type: "integer" }),
    responseHeader(NUMBER),
  ],
  [
    "response-header-type-specialized",
    "number-to-integer",
    "header",
    responseHeader(NUMBER),
    responseHeader({ type: "integer" }),
  ],
];
