import type { JsonObject } from "../../spec/json.ts";
import { objectOf, type ApiDocument } from "../../test-utils/documents/api-document.ts";
import { response } from "./place-schema.ts";
import type { RuleCase } from "./rule-case.ts";

const THING = objectOf({ a: { type: "string" } });
const [V1, V2] = ["application/vnd.things.v1+json", "application/vnd.things.v2+json"];
const SUCCESS = response(objectOf({ "data!": THING }));
const EMPTY = { description: "Nothing." };

const withResponses = (responses: JsonObject): ApiDocument => ({ operation: { responses } });
const withError = (error: JsonObject): ApiDocument => withResponses({ 200: SUCCESS, 404: error });
const content = (...mediaTypes: string[]): JsonObject =>
  Object.assign({}, ...mediaTypes.map((mediaType) => response(THING, mediaType)["content"])) as JsonObject;
const results = (...mediaTypes: string[]) => withResponses({ 200: { ...EMPTY, content: content(...mediaTypes) } });
const errors = (...mediaTypes: string[]) => withError({ ...EMPTY, content: content(...mediaTypes) });
const bodies = (...mediaTypes: string[]): ApiDocument => ({
  operation: { requestBody: { content: content(...mediaTypes) } },
});
const body = (required: boolean): ApiDocument => ({ operation: { requestBody: { required, content: content(V1) } } });

/** Changes of request bodies and responses, except of their schemas. */
export const RESPONSE_CASES: RuleCase[] = [
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
  ["body-added", "error", "minor", withError(EMPTY), withError({ ...response(THING), ...EMPTY })],
  ["body-removed", "error", "major", withError({ ...response(THING), ...EMPTY }), withError(EMPTY)],
];
