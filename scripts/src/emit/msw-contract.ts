import type { Body, Operation } from "../model/model.ts";
import type { Json, JsonObject } from "../spec/json.ts";
import { literal } from "../text/literal.ts";
import type { Emitter } from "./emitter.ts";
import { jsonSchema } from "./json-schema.ts";

/** What a mock has to know to check any request and to answer it with a sample. Data only, one line for each thing. */
export const mswContract: Emitter = {
  path: "packages/msw/src/generated/contract.ts",
  emit: ({ operations, schemas }) => `
import type { Contract } from "../contract.ts";

/** The schemas and operations of the document. */
export const contract: Contract = {
  schemas: {
${schemas.map(({ typeName, schema }) => `    ${typeName}: ${literal(jsonSchema(schema))},`).join("\n")}
  },
  operations: {
${operations.map((operation) => `    ${operation.id}: ${literal(describe(operation))},`).join("\n")}
  },
};
`,
};

function describe({ id, method, path, inputs, body, success, limit, page }: Operation): JsonObject {
  const parameters = inputs.filter((input) => input.in !== "body");
  return {
    id,
    method,
    path,
    parameters: parameters.map((input): Json => ({
      name: input.name,
      in: input.in,
      required: input.required,
      schema: jsonSchema(input.schema),
    })),
    ...(body && { body: bodyOf(body) }),
    success: {
      status: success.status,
      ...(success.schema !== undefined && { schema: jsonSchema(success.schema) }),
      ...(success.bare && { bare: true }),
    },
    ...(limit && { limit: { ...limit } }),
    ...(page && { page: page.items }),
  };
}

function bodyOf({ required, schema, form }: Body): JsonObject {
  return { required, schema: jsonSchema(schema), ...(form === "whole" && { whole: true }) };
}
