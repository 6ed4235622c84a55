import type { JsonObject } from "../../spec/json.ts";

/** Members by name. A name that ends with `!` is required. */
export type Members = JsonObject;

/** Options of {@link apiDocument}. */
export interface ApiDocument {
  /** The members of the request body. */
  input?: Members;
  /** The members of the data. */
  output?: Members;
  /** Additional keys of the operation. */
  operation?: JsonObject;
  /** Additional responses. */
  responses?: JsonObject;
  method?: string;
  path?: string;
  /** Additional paths. */
  paths?: JsonObject;
  schemas?: JsonObject;
  /** Additional components. */
  components?: JsonObject;
  /** Additional keys of the document. */
  document?: JsonObject;
  openapi?: string;
}

/** Creates a JSON document with one operation, `makeThing`. */
export function apiDocument({
  input = {},
  output = {},
  operation = {},
  responses: otherResponses = {},
  method = "post",
  path = "/things",
  paths = {},
  schemas = {},
  components = {},
  document = {},
  openapi = "3.1.0",
}: ApiDocument = {}): string {
  const body = Object.keys(input).length > 0 && { requestBody: { content: json(objectOf(input)) } };
  const envelope = objectOf({ "data!": objectOf(output) });
  const responses = { "200": { description: "Created.", content: json(envelope) }, ...otherResponses };
  const own = { [method]: { operationId: "makeThing", ...body, responses, ...operation } };
  return JSON.stringify({
    openapi,
    info: { title: "Things", version: "1" },
    paths: { [path]: own, ...paths },
    components: { schemas, ...components },
    ...document,
  });
}

/** Returns an object schema with the given members. */
export function objectOf(members: Members): JsonObject {
  const names = Object.keys(members);
  const required = names.filter((name) => name.endsWith("!")).map((name) => name.slice(0, -1));
  const properties = Object.fromEntries(
    Object.entries(members).map(([name, schema]) => [name.replace(/!$/, ""), schema]),
  );
  return { type: "object", properties, ...(required.length > 0 && { required }) };
}

function json(schema: JsonObject): JsonObject {
  return { "application/json": { schema } };
}
