import { describe, expect, it } from "vitest";

import { modelOf, operationOf } from "../test-utils/model-of.ts";
import { SPEC, specWith } from "../test-utils/spec-text.ts";

describe("inputs", () => {
  it("lays path, query and body side by side", () => {
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

  it("looks up a query with a required parameter without NonNullable", () => {
    const text = specWith(
      'in: query, schema: { $ref: "#/components/schemas/PaginationInput" }',
      "in: query, required: true, schema: {}",
    );
    expect(operationOf(text, "listUsers").inputs[0]?.type).toBe(
      'operations["listUsers"]["parameters"]["query"]["pagination"]',
    );
  });

  it("lets a parameter of the operation replace the one of its path", () => {
    const text = specWith(
      "operationId: renameUser",
      "operationId: renameUser\n      parameters: [{ name: userId, in: path, schema: { type: integer } }]",
    );
    expect(operationOf(text, "renameUser").inputs[0]).toMatchObject({ name: "userId", type: "number", required: true });
  });

  it("takes headers under their own names", () => {
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
  ])("leaves out %s with a warning", (_, part, replacement, id) => {
    const model = modelOf(specWith(part, replacement));
    expect(model.warnings.map(({ reason }) => reason)).toEqual([expect.stringContaining("it is left out")]);
    const operation = model.operations.find((candidate) => candidate.id === id);
    expect(operation?.inputs.filter((input) => input.in !== "path")).toEqual([]);
  });

  it("ignores headers that are the client's business", () => {
    const text = specWith("name: pagination, in: query", "name: Accept, in: header");
    expect(operationOf(text, "listUsers").inputs).toEqual([]);
  });
});

describe("body", () => {
  const members = "{ type: object, required: [name], properties: { name: { type: string } } }";

  it.each([
    ["a list", "{ type: array, items: { type: string } }", "string[]"],
    ["alternatives", "{ type: object, properties: { a: {} }, oneOf: [{}] }", undefined],
    ["an object with free names", "{ type: object, properties: { a: {} }, additionalProperties: true }", undefined],
    ["an object without members", "{ type: object }", undefined],
    ["an object or null", "{ type: [object, 'null'], properties: { a: {} } }", undefined],
  ])("keeps %s whole", (_, schema, type) => {
    const operation = operationOf(specWith(members, schema), "renameUser");
    expect(operation.body).toMatchObject({ form: "whole", required: false });
    expect(operation.inputs[1]).toMatchObject({ name: "body", in: "body", required: false, ...(type && { type }) });
  });

  it("spreads the members of allOf", () => {
    const schema =
      "{ allOf: [{ type: object, properties: { a: { type: string } } }, { $ref: '#/components/schemas/User' }] }";
    const { inputs } = operationOf(specWith(members, schema), "renameUser");
    expect(inputs.map(({ name, required }) => [name, required])).toEqual([
      ["userId", true],
      ["a", false],
      ["id", true],
    ]);
  });

  it("is required when a member is, even if the document forgot to say so", () => {
    expect(operationOf(SPEC, "renameUser").body).toMatchObject({ form: "members", required: true });
  });

  it("takes the vendor's media type before others", () => {
    const text = specWith(
      "application/json:\n            schema: { type: object, r",
      "application/json: {}\n          application/vnd.segment.v1+json:\n            schema: { type: object, r",
    );
    expect(operationOf(text, "renameUser").body?.form).toBe("members");
  });
});

describe("list", () => {
  const parameter = '{ name: pagination, in: query, schema: { $ref: "#/components/schemas/PaginationInput" } }';
  const ids = "{ name: ids, in: query, required: true, schema: { type: array, items: { type: string } } }";

  it("is the one required input that is a list", () => {
    const text = specWith(parameter, `${parameter}\n        - ${ids}`);
    expect(operationOf(text, "listUsers").list).toEqual({ input: "ids", itemType: "string" });
  });

  it("is not there when another input is required too", () => {
    const text = specWith(parameter, `${ids}\n        - { name: x, in: query, required: true, schema: {} }`);
    expect(operationOf(text, "listUsers").list).toBeUndefined();
  });
});

describe("limit", () => {
  const prose = "description: The rate limit for this endpoint is 60 requests per minute, which is low.";
  const key = "x-rate-limit: { requests: 5, windowSeconds: 1 }";

  it.each([
    ["nothing", "summary: x", undefined],
    ["the description", prose, { requests: 60, windowSeconds: 60 }],
    ["x-rate-limit", key, { requests: 5, windowSeconds: 1 }],
    ["x-rate-limit before the description", `${prose}\n      ${key}`, { requests: 5, windowSeconds: 1 }],
  ])("comes from %s", (_, line, limit) => {
    const text = specWith("operationId: renameUser", `operationId: renameUser\n      ${line}`);
    expect(operationOf(text, "renameUser").limit).toEqual(limit);
  });
});

describe("stale reads", () => {
  it("are those above a write, with the parameters both have", () => {
    expect(operationOf(SPEC, "renameUser").stale).toEqual([{ id: "listUsers", shared: [] }]);
  });

  it("are those on the same path and below it", () => {
    const text = specWith(
      "    put:\n",
      "    get:\n      operationId: getUser\n      responses: { '204': {} }\n    put:\n",
    );
    expect(operationOf(text, "renameUser").stale).toEqual([
      { id: "listUsers", shared: [] },
      { id: "getUser", shared: ["userId"] },
    ]);
  });

  it("are none for a read", () => {
    expect(operationOf(SPEC, "listUsers").stale).toEqual([]);
  });

  it.each([
    ["[]", []],
    ["[listUsers]", [{ id: "listUsers", shared: [] }]],
  ])("are those of x-stale: %s", (override, stale) => {
    const text = specWith("operationId: renameUser", `operationId: renameUser\n      x-stale: ${override}`);
    expect(operationOf(text, "renameUser").stale).toEqual(stale);
  });
});

it("keeps the order of the document", () => {
  expect(modelOf(SPEC).operations.map(({ id }) => id)).toEqual(["listUsers", "renameUser"]);
  expect(modelOf(SPEC).schemas.map(({ name }) => name)).toEqual(["PaginationInput", "User"]);
});
