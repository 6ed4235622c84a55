import type { Input, Operation } from "../model/model.ts";
import { BODY_ENCODERS } from "../model/generated-names.ts";
import type { Json, JsonObject } from "../spec/json.ts";
import { comment } from "../text/comment.ts";
import { literal, propertyKey, quote } from "../text/literal.ts";
import { operationComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** Emits one function for each operation. The function carries the descriptor of the operation. */
export const clientOperations: Emitter = {
  path: "packages/client/src/generated/operations.ts",
  emit: ({ operations }) => `
import { operation, type Operation } from "../operation.ts";
${encoderImport(operations)}${operations
    .map(
      (operation) => `
${operationComment(operation)}export const ${operation.id}: Operation<"${operation.id}"> = /* @__PURE__ */ operation(${descriptorCode(operation)});
`,
    )
    .join("")}`,
};

/** Emits the regions of the API, the default region, and whether the API requires a token. */
export const clientServers: Emitter = {
  path: "packages/client/src/generated/servers.ts",
  emit: ({ servers, requiresToken }) => `
/** The base URL of each region, without a trailing slash. */
export const regions = {
${servers.map(({ region, url, description }) => `${comment([description])}${propertyKey(region)}: ${quote(url)},`).join("\n")}
} as const;

/** The region of a client created without \`region\`. */
export const defaultRegion = ${quote(servers[0]?.region ?? "")};

/** Whether any operation requires a token. */
export const requiresToken: boolean = ${requiresToken};
`,
};

/** Returns the import of the functions that encode bodies other than JSON. */
function encoderImport(operations: readonly Operation[]): string {
  const names = BODY_ENCODERS.filter((name) => operations.some((operation) => encoderOf(operation) === name));
  return names.length === 0 ? "" : `import { ${names.join(", ")} } from "../request/encode-body.ts";\n`;
}

/** Returns the function that encodes the body of an operation, or `undefined` if the body is JSON. */
function encoderOf({ body }: Operation): string | undefined {
  if (body === undefined || body.format === "json") return undefined;
  if (body.format === "multipart") return "multipartBody";
  return body.format === "urlencoded" ? "urlencodedBody" : "rawBody";
}

function descriptorCode(operation: Operation): string {
  const encoder = encoderOf(operation);
  const code = literal(descriptor(operation));
  return encoder === undefined ? code : `${code.replace(/ \}$/, "")}, encodeBody: ${encoder} }`;
}

function descriptor(operation: Operation): JsonObject {
  const { id, method, path, inputs, body, paging, bulk, success, rateLimit, idempotent, invalidates } = operation;
  const namesIn = (location: Input["in"]) => inputs.filter((input) => input.in === location).map(({ name }) => name);
  const query = namesIn("query");
  const header = namesIn("header");
  const styled = inputs.flatMap(({ name, style }): [string, Json][] => (style ? [[name, { ...style }]] : []));
  return {
    id,
    method,
    path,
    ...(query.length > 0 && { query }),
    ...(header.length > 0 && { header }),
    ...(styled.length > 0 && { queryStyles: Object.fromEntries(styled) }),
    ...(body && body.numberedFields.length > 0 && { numberedFields: body.numberedFields }),
    ...(body && { body: body.form === "members" ? true : "body" }),
    ...(body?.mediaType !== undefined && { contentType: body.mediaType }),
    ...(success.mediaType !== undefined && { accept: success.mediaType }),
    ...(success.parseAs !== undefined && { parseAs: success.parseAs }),
    ...(paging && { itemsField: paging.itemsField }),
    ...(paging?.maxPageSize !== undefined && { maxPageSize: paging.maxPageSize }),
    ...(bulk && { bulkField: bulk.field }),
    ...(!success.data && { noContent: true }),
    ...(success.mayBeEmpty && { noContent: "sometimes" }),
    ...(success.unwrapped && { unwrapped: true }),
    ...(rateLimit && { rateLimit: { ...rateLimit } }),
    ...(idempotent !== undefined && { idempotent }),
    ...(invalidates.length > 0 && {
      invalidates: Object.fromEntries(invalidates.map((read) => [read.id, read.sharedParameters])),
    }),
  };
}
