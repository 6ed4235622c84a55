import type { Input, Operation } from "../model/model.ts";
import type { JsonObject } from "../spec/json.ts";
import { comment } from "../text/comment.ts";
import { literal, propertyKey, quote } from "../text/literal.ts";
import { operationComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** A function for each operation, which carries its descriptor. */
export const clientOperations: Emitter = {
  path: "packages/client/src/generated/operations.ts",
  emit: ({ operations }) => `
import { operation, type Operation } from "../operation.ts";
${operations
  .map(
    (operation) => `
${operationComment(operation)}export const ${operation.id}: Operation<"${operation.id}"> = /* @__PURE__ */ operation(${literal(descriptor(operation))});
`,
  )
  .join("")}`,
};

/** The base URLs of the API, and whether it needs a token. */
export const clientServers: Emitter = {
  path: "packages/client/src/generated/servers.ts",
  emit: ({ servers, requiresToken }) => `
/** The base URL of each region, without a slash at its end. */
export const regions = {
${servers.map(({ region, url, description }) => `${comment([description])}${propertyKey(region)}: ${quote(url)},`).join("\n")}
} as const;

/** The region of a client that names none. */
export const defaultRegion = ${quote(servers[0]?.region ?? "")};

/** Whether there are operations that need a token. */
export const requiresToken: boolean = ${requiresToken};
`,
};

function descriptor(operation: Operation): JsonObject {
  const { id, method, path, inputs, body, page, list, success, limit, idempotent, stale } = operation;
  const namesIn = (place: Input["in"]) => inputs.filter((input) => input.in === place).map(({ name }) => name);
  const query = namesIn("query");
  const header = namesIn("header");
  return {
    id,
    method,
    path,
    ...(query.length > 0 && { query }),
    ...(header.length > 0 && { header }),
    ...(body && { body: body.form === "members" ? true : "body" }),
    ...(body?.mediaType !== undefined && { contentType: body.mediaType }),
    ...(success.mediaType !== undefined && { accept: success.mediaType }),
    ...(page && { itemsField: page.items }),
    ...(page?.size !== undefined && { maxPageSize: page.size }),
    ...(list && { bulkField: list.input }),
    ...(!success.data && { noContent: true }),
    ...(success.mayBeEmpty && { noContent: "sometimes" }),
    ...(success.bare && { unwrapped: true }),
    ...(limit && { rateLimit: { ...limit } }),
    ...(idempotent !== undefined && { idempotent }),
    ...(stale.length > 0 && { invalidates: Object.fromEntries(stale.map((read) => [read.id, read.shared])) }),
  };
}
