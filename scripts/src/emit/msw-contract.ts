import type { Operation } from "../model/model.ts";
import type { Json, JsonObject } from "../spec/json.ts";
import { literal, recordKey } from "../text/literal.ts";
import type { Emitter } from "./emitter.ts";
import { convertNamedSchemas, SchemaConverter } from "./json-schema.ts";

/** Emits the mock's contract: the client's descriptors with the schemas for request validation and samples. */
export const mswContract: Emitter = {
  path: "packages/msw/src/generated/contract.ts",
  emit(model) {
    const request = new SchemaConverter(model, "write");
    const response = new SchemaConverter(model, "read");
    return `
import * as client from "@segment-iam/client";
import type { Contract } from "../contract.ts";

/** The schemas and operations of the OpenAPI document. */
export const contract: Contract = {
  schemas: {
${convertNamedSchemas(model)
  .map(([name, schema]) => `    ${recordKey(name)}: ${literal(schema, recordKey)},`)
  .join("\n")}
  },
  operations: {
${model.operations.map(({ id, ...operation }) => `    ${recordKey(id)}: { ...client.${id}, ${members(requestAndResponse(operation, request, response))} },`).join("\n")}
  },
};
`;
  },
};

function requestAndResponse(
  { inputs, body, success }: Omit<Operation, "id">,
  request: SchemaConverter,
  response: SchemaConverter,
): JsonObject {
  const parameters = inputs.filter((input) => input.in !== "body");
  return {
    parameters: parameters.map(({ name, required, schema }): Json => ({
      name,
      required,
      schema: request.convert(schema),
    })),
    ...(body && { requestBody: { required: body.required, schema: request.convert(body.schema) } }),
    success: {
      status: success.status,
      ...(success.schema !== undefined && { schema: response.convert(success.schema) }),
    },
  };
}

/** Returns the members of an object literal, without the braces. */
function members(value: JsonObject): string {
  return literal(value, recordKey).slice(1, -1);
}
