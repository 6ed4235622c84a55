import type { Json, JsonObject } from "../../spec/json.ts";
import { objectOf, type ApiDocument } from "../../test-utils/documents/api-document.ts";
import type { SchemaScope } from "../rules/rule.ts";

const SUCCESS: JsonObject = response(objectOf({ "data!": objectOf({}) }));

/** Returns a document that uses a schema as the body of a request or response, or as a response header. */
export function placeSchema(scope: SchemaScope, schema: Json): ApiDocument {
  const { content } = response(schema);
  const responses: Record<SchemaScope, JsonObject> = {
    input: { 200: SUCCESS },
    output: { 200: response(schema) },
    error: { 200: SUCCESS, 404: response(schema) },
    header: { 200: { ...SUCCESS, headers: { "x-thing": { schema } } } },
  };
  const body = scope === "input" && { requestBody: { content: content ?? {} } };
  return { operation: { responses: responses[scope], ...body } };
}

/** Returns a document that uses a schema as a query parameter. */
export function placeParameter(schema: Json): ApiDocument {
  return { operation: { parameters: [{ name: "filter", in: "query", schema }] } };
}

/** Returns a response with a JSON body. */
export function response(schema: Json, mediaType = "application/json"): JsonObject {
  return { description: "A response.", content: { [mediaType]: { schema } } };
}
