import type { Input, Operation } from "../model/model.ts";
import { ENCODERS } from "../names/generated-names.ts";
import type { Json, JsonObject } from "../spec/json.ts";
import { comment } from "../text/comment.ts";
import { literal, propertyKey, quote, recordKey } from "../text/literal.ts";
import { operationComment } from "./comments.ts";
import type { Emitter } from "./emitter.ts";

/** Emits one function for each operation. The function carries the descriptor of the operation. */
export const clientOperations: Emitter = {
  path: "packages/client/src/generated/operations.ts",
  emit: ({ operations }) => `
import { operation, type Operation } from "../operation.ts";
${encoderImports(operations)}${operations
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

/** Returns the imports of the functions that encode requests. */
function encoderImports(operations: readonly Operation[]): string {
  const used = new Set(operations.map(encoderOf));
  const imports = Object.entries(ENCODERS).map(([file, names]) => {
    const usedNames = names.filter((name) => used.has(name));
    return usedNames.length === 0 ? "" : `import { ${usedNames.join(", ")} } from "../request/${file}.ts";\n`;
  });
  return imports.join("");
}

/** Returns the function that encodes a request, or `undefined` if the client's default is enough. */
function encoderOf({ body, inputs }: Operation): string | undefined {
  if (body?.format === "multipart") return "multipartBody";
  if (body?.format === "urlencoded") return "urlencodedBody";
  if (body?.format === "text" || body?.format === "binary") return "rawBody";
  return inputs.some(({ style }) => style !== undefined) ? "styledQuery" : undefined;
}

function descriptorCode(operation: Operation): string {
  const encoder = encoderOf(operation);
  const code = literal(descriptor(operation), recordKey);
  return encoder === undefined ? code : `${code.replace(/ \}$/, "")}, encode: ${encoder} }`;
}

function descriptor(operation: Operation): JsonObject {
  const { id, method, template, inputs, body, paging, bulk, success, rateLimit, idempotent, invalidates } = operation;
  const namesIn = (location: Input["in"]) => inputs.filter((input) => input.in === location).map(({ name }) => name);
  const query = namesIn("query");
  const header = namesIn("header");
  const styled = inputs.flatMap(({ name, wireName = name, style }): [string, Json][] =>
    style ? [[wireName, { ...style }]] : [],
  );
  const whole = body?.form === "whole" && inputs.find((input) => input.in === "body");
  return {
    id,
    method,
    path: template,
    ...(query.length > 0 && { query }),
    ...(header.length > 0 && { header }),
    ...(styled.length > 0 && { queryStyles: Object.fromEntries(styled) }),
    ...(body && body.numberedFields.length > 0 && { numberedFields: body.numberedFields }),
    ...(body && { body: whole ? whole.name : true }),
    ...wireNames(inputs.filter((input) => input !== whole)),
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
      invalidates: Object.fromEntries(invalidates.map((read) => [read.id, { ...read.sharedParameters }])),
    }),
    ...changedItems(invalidates),
  };
}

/** Maps the paged reads to the items that the write changes. */
function changedItems(invalidates: Operation["invalidates"]): JsonObject {
  const entries = invalidates.flatMap(({ id, items }) => {
    if (!items) return [];
    const { itemsField, idField, input } = items;
    return [[id, { itemsField, ...(idField !== undefined && { idField }), input }] as const];
  });
  return entries.length === 0 ? {} : { changedItems: Object.fromEntries(entries) };
}

/** Maps inputs to their name in the request, if it differs. Omits path inputs, because the template contains their input names. */
function wireNames(inputs: readonly Input[]): JsonObject {
  const renamed = inputs.filter((input) => input.in !== "path" && input.wireName !== undefined);
  return renamed.length === 0
    ? {}
    : { wireNames: Object.fromEntries(renamed.map(({ name, wireName = name }) => [name, wireName])) };
}
