import type { JsonObject } from "../spec/json.ts";

/** Members by name; a name that ends with `!` is required. */
export type Members = JsonObject;

/** What is special about the one operation of a document. */
export interface ApiDocument {
  /** The members of the body, which are inputs. */
  input?: Members;
  /** The members of the data. */
  output?: Members;
  /** Further keys of the operation. */
  operation?: JsonObject;
  method?: string;
  path?: string;
  /** Further paths. */
  paths?: JsonObject;
  schemas?: JsonObject;
  openapi?: string;
}

/** Writes a document with one operation, `makeThing`. */
export function apiDocument({
  input = {},
  output = {},
  operation = {},
  method = "post",
  path = "/things",
  paths = {},
  schemas = {},
  openapi = "3.1.0",
}: ApiDocument = {}): string {
  const body = Object.keys(input).length > 0 && { requestBody: { content: json(objectOf(input)) } };
  const envelope = objectOf({ "data!": objectOf(output) });
  const responses = { "200": { description: "Made.", content: json(envelope) } };
  const own = { [method]: { operationId: "makeThing", ...body, responses, ...operation } };
  return JSON.stringify({
    openapi,
    info: { title: "Things", version: "1" },
    paths: { [path]: own, ...paths },
    components: { schemas },
  });
}

/** A schema of an object with these members. */
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
