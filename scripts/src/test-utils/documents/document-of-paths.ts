import { templateParameters } from "../../model/path-template.ts";
import type { JsonObject } from "../../spec/json.ts";

/** Creates a JSON document from lines such as `GET /users/{id} getUser`. `keys` adds members to operations by id. */
export function documentOfPaths(lines: readonly string[], keys: Readonly<Record<string, JsonObject>> = {}): string {
  const paths: Record<string, JsonObject> = {};
  for (const line of lines) {
    const [method = "", path = "", operationId = ""] = line.split(" ");
    const parameters = templateParameters(path).map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    }));
    const responses = { "204": { description: "Done." } };
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: { operationId, parameters, responses, ...keys[operationId] },
    };
  }
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Paths", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths,
  });
}
