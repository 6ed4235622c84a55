import type { Model } from "../../model/model.ts";
import type { Json, JsonObject } from "../../spec/json.ts";

/** The names in a document. */
export interface Named {
  /** The operationIds of GET operations on `/0`, `/1` and so on. Without an id, the operation has none. */
  gets?: (string | undefined)[];
  posts?: string[];
  schemas?: string[];
}

/** A schema whose request type differs from its response type. */
export const READ_ONLY = { type: "object", properties: { id: { type: "string", readOnly: true } } };

/** Creates a JSON document with the given names. */
export function namedDocument(
  { gets = [], posts = [], schemas = [] }: Named,
  schema: Json = { type: "string" },
): string {
  const paths = [
    ...gets.map((id, index): [string, Json] => [`/${index}`, { get: operationOf(id) }]),
    ...posts.map((id, index): [string, Json] => [`/p${index}`, { post: operationOf(id) }]),
  ];
  return JSON.stringify({
    openapi: "3.1.0",
    servers: [{ url: "https://api.example.com" }],
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas.map((name) => [name, schema])) },
  });
}

/** Maps each name in the document to the generated name. */
export function namesIn({ operations, schemas }: Model): Record<string, string> {
  const functions = operations.map(({ id, originalId = id }): [string, string] => [`operation ${originalId}`, id]);
  const types = schemas.map(({ name, typeName }): [string, string] => [`schema ${name}`, typeName]);
  return Object.fromEntries([...functions, ...types]);
}

function operationOf(operationId?: string): JsonObject {
  return { ...(operationId !== undefined && { operationId }), responses: { "204": { description: "Done." } } };
}
