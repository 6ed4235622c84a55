import { describe, expect, it } from "vitest";

import { modelOf, operationOf } from "../test-utils/model-of.ts";
import { SPEC, specWith } from "../test-utils/documents/spec-text.ts";

describe("inputs", () => {
  it("merges path, query and body inputs", () => {
    const inputs = operationOf(SPEC, "renameUser").inputs.map(({ name, in: location, type }) => [name, location, type]);
    expect(inputs).toEqual([
      ["userId", "path", "string"],
      ["name", "body", "string"],
    ]);
  });

  it.each([
    ['{ $ref: "#/components/schemas/User" }', "S.User"],
    ["{ type: integer }", "number"],
    ["{ type: array, items: { type: array, items: { type: boolean } } }", "boolean[][]"],
    ["{ type: string, enum: [a] }", 'NonNullable<operations["listUsers"]["parameters"]["query"]>["pagination"]'],
    ["{ type: string, nullable: true }", 'NonNullable<operations["listUsers"]["parameters"]["query"]>["pagination"]'],
    ["{}", 'NonNullable<operations["listUsers"]["parameters"]["query"]>["pagination"]'],
  ])("types a parameter with the schema %s as %s", (schema, type) => {
    const text = specWith('{ $ref: "#/components/schemas/PaginationInput" }', schema);
    expect(operationOf(text, "listUsers").inputs[0]?.type).toBe(type);
  });

  it("omits NonNullable in a query type with a required parameter", () => {
    const text = specWith(
      'in: query, schema: { $ref: "#/components/schemas/PaginationInput" }',
      "in: query, required: true, schema: {}",
    );
    expect(operationOf(text, "listUsers").inputs[0]?.type).toBe(
      'operations["listUsers"]["parameters"]["query"]["pagination"]',
    );
  });

  it("overrides a path parameter with the parameter of the operation", () => {
    const text = specWith(
      "operationId: renameUser",
      "operationId: renameUser\n      parameters: [{ name: userId, in: path, schema: { type: integer } }]",
    );
    expect(operationOf(text, "renameUser").inputs[0]).toMatchObject({ name: "userId", type: "number", required: true });
  });

  it("names header inputs after the headers", () => {
    const text = specWith("name: pagination, in: query, schema: {", "name: X-Dry-Run, in: header, schema: {}, x: {");
    expect(operationOf(text, "listUsers").inputs).toMatchObject([
      {
        name: "X-Dry-Run",
        in: "header",
        required: false,
        type: 'NonNullable<operations["listUsers"]["parameters"]["header"]>["X-Dry-Run"]',
      },
    ]);
  });

  it.each([
    ["an optional cookie", "in: query", "in: cookie", "listUsers"],
    ["the optional body of a read", "    put:", "    get:", "renameUser"],
  ])("ignores %s with a warning", (_, part, replacement, id) => {
    const model = modelOf(specWith(part, replacement));
    expect(model.warnings.map(({ reason }) => reason)).toEqual([expect.stringContaining("is ignored")]);
    const operation = model.operations.find((candidate) => candidate.id === id);
    expect(operation?.inputs.filter((input) => input.in !== "path")).toEqual([]);
  });

  it("ignores headers that the client sets", () => {
    const text = specWith("name: pagination, in: query", "name: Accept, in: header");
    expect(operationOf(text, "listUsers").inputs).toEqual([]);
  });
});

describe("body", () => {
  const members = "{ type: object, required: [name], properties: { name: { type: string } } }";

  it.each([
    ["an array", "{ type: array, items: { type: string } }", "string[]"],
    ["an object with oneOf", "{ type: object, properties: { a: {} }, oneOf: [{ properties: { b: {} } }] }", undefined],
    [
      "an object with additional properties",
      "{ type: object, properties: { a: {} }, additionalProperties: true }",
      undefined,
    ],
    ["an object without members", "{ type: object }", undefined],
    ["an object or null", "{ type: [object, 'null'], properties: { a: {} } }", undefined],
  ])("uses one input for %s", (_, schema, type) => {
    const operation = operationOf(specWith(members, schema), "renameUser");
    expect(operation.body).toMatchObject({ form: "whole", required: false });
    expect(operation.inputs[1]).toMatchObject({ name: "body", in: "body", required: false, ...(type && { type }) });
  });

  it("uses one input for each member of allOf", () => {
    const schema =
      "{ allOf: [{ type: object, properties: { a: { type: string } } }, { $ref: '#/components/schemas/User' }] }";
    const { inputs } = operationOf(specWith(members, schema), "renameUser");
    expect(inputs.map(({ name, required }) => [name, required])).toEqual([
      ["userId", true],
      ["a", false],
      ["id", true],
    ]);
  });

  it("is required if a member is required", () => {
    expect(operationOf(SPEC, "renameUser").body).toMatchObject({ form: "members", required: true });
  });

  it("prefers the vendor's media type", () => {
    const text = specWith(
      "application/json:\n            schema: { type: object, r",
      "application/json: {}\n          application/vnd.segment.v1+json:\n            schema: { type: object, r",
    );
    expect(operationOf(text, "renameUser").body?.form).toBe("members");
  });
});

describe("bulk", () => {
  const parameter = '{ name: pagination, in: query, schema: { $ref: "#/components/schemas/PaginationInput" } }';
  const ids = "{ name: ids, in: query, required: true, schema: { type: array, items: { type: string } } }";

  it("is the only required input if it is an array", () => {
    const text = specWith(parameter, `${parameter}\n        - ${ids}`);
    expect(operationOf(text, "listUsers").bulk).toEqual({ field: "ids", itemType: "string" });
  });

  it("is undefined if another input is also required", () => {
    const text = specWith(parameter, `${ids}\n        - { name: x, in: query, required: true, schema: {} }`);
    expect(operationOf(text, "listUsers").bulk).toBeUndefined();
  });
});

describe("rateLimit", () => {
  const prose = "description: The rate limit for this endpoint is 60 requests per minute, which is low.";
  const key = "x-rate-limit: { requests: 5, windowSeconds: 1 }";

  it.each([
    ["neither source", "summary: x", undefined],
    ["the description", prose, { requests: 60, windowSeconds: 60 }],
    ["x-rate-limit", key, { requests: 5, windowSeconds: 1 }],
    ["x-rate-limit rather than the description", `${prose}\n      ${key}`, { requests: 5, windowSeconds: 1 }],
  ])("is read from %s", (_, line, rateLimit) => {
    const text = specWith("operationId: renameUser", `operationId: renameUser\n      ${line}`);
    expect(operationOf(text, "renameUser").rateLimit).toEqual(rateLimit);
  });

  it.each(["0", "99999999999999999"])("is ignored with a warning if the description says %s", (requests) => {
    const text = specWith("operationId: renameUser", `operationId: renameUser\n      ${prose.replace("60", requests)}`);
    expect(operationOf(text, "renameUser").rateLimit).toBeUndefined();
    expect(modelOf(text).warnings.map(({ at, reason }) => [at.at(-1), reason])).toEqual([
      ["description", `The rate limit of ${Number(requests)} requests in the description is ignored`],
    ]);
  });
});

it("keeps the document order", () => {
  expect(modelOf(SPEC).operations.map(({ id }) => id)).toEqual(["listUsers", "renameUser"]);
  expect(modelOf(SPEC).schemas.map(({ name }) => name)).toEqual(["PaginationInput", "User"]);
});
