import type { Input, Operation } from "../model/model.ts";
import type { JsonObject } from "../spec/json.ts";
import { literal } from "../text/literal.ts";
import { operationComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** A function for each operation, which carries what is known about it. */
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
    ...(page && { page: page.items }),
    ...(page?.size !== undefined && { pageSize: page.size }),
    ...(list && { list: list.input }),
    ...(!success.data && { empty: true }),
    ...(success.mayBeEmpty && { empty: "sometimes" }),
    ...(success.bare && { bare: true }),
    ...(limit && { limit: { ...limit } }),
    ...(idempotent !== undefined && { idempotent }),
    ...(stale.length > 0 && { stale: Object.fromEntries(stale.map((read) => [read.id, read.shared])) }),
  };
}
