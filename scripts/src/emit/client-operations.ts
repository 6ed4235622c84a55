import type { Operation } from "../model/model.ts";
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

function descriptor({
  id,
  method,
  path,
  inputs,
  body,
  page,
  list,
  success,
  limit,
  idempotent,
  stale,
}: Operation): JsonObject {
  const query = inputs.filter((input) => input.in === "query").map(({ name }) => name);
  return {
    id,
    method,
    path,
    ...(query.length > 0 && { query }),
    ...(body && { body: body.form === "members" ? true : "body" }),
    ...(page && { page: page.items }),
    ...(list && { list: list.input }),
    ...(!success.data && { empty: true }),
    ...(limit && { limit: { ...limit } }),
    ...(idempotent !== undefined && { idempotent }),
    ...(stale.length > 0 && { stale: Object.fromEntries(stale.map((read) => [read.id, read.shared])) }),
  };
}
