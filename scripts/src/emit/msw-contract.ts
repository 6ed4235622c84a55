import type { Operation } from "../model/model.ts";
import type { Json, JsonObject } from "../spec/json.ts";
import { literal, propertyKey } from "../text/literal.ts";
import type { Emitter } from "./emitter.ts";
import { jsonSchema, schemaKey } from "./json-schema.ts";

/** Emits the mock's contract: the client's descriptors with the schemas for request validation and samples. */
export const mswContract: Emitter = {
  path: "packages/msw/src/generated/contract.ts",
  emit: ({ operations, schemas }) => `
import * as client from "@segment-iam/client";
import type { Contract } from "../contract.ts";

/** The schemas and operations of the OpenAPI document. */
export const contract: Contract = {
  schemas: {
${schemas.map(({ name, schema }) => `    ${propertyKey(schemaKey(name))}: ${literal(jsonSchema(schema))},`).join("\n")}
  },
  operations: {
${operations.map(({ id, ...operation }) => `    ${id}: { ...client.${id}, ${members(requestAndResponse(operation))} },`).join("\n")}
  },
};
`,
};

function requestAndResponse({ inputs, body, success }: Omit<Operation, "id">): JsonObject {
  const parameters = inputs.filter((input) => input.in !== "body");
  return {
    parameters: parameters.map(({ name, required, schema }): Json => ({ name, required, schema: jsonSchema(schema) })),
    ...(body && { requestBody: { required: body.required, schema: jsonSchema(body.schema) } }),
    success: {
      status: success.status,
      ...(success.schema !== undefined && { schema: jsonSchema(success.schema) }),
    },
  };
}

/** Returns the members of an object literal, without the braces. */
function members(value: JsonObject): string {
  return literal(value).slice(1, -1);
}
