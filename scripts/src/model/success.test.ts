import { describe, expect, it } from "vitest";

import { modelOf, operationOf } from "../test-utils/model-of.ts";
import { SPEC, specWith } from "../test-utils/documents/spec-text.ts";

describe("success", () => {
  it("types the data of the envelope", () => {
    expect(operationOf(SPEC, "listUsers").success).toMatchObject({
      status: 200,
      unwrapped: false,
      data: {
        type: 'Exclude<operations["listUsers"]["responses"]["200"]["content"]["application/json"]["data"], undefined>',
      },
    });
  });

  it("has no data if the response has no body", () => {
    expect(operationOf(SPEC, "renameUser").success).toEqual({ status: 204, unwrapped: false, mayBeEmpty: false });
  });

  const renamed = '"204": { description: Renamed. }';
  const user = "{ $ref: '#/components/schemas/User' }";

  it.each([
    ["a body without an envelope", `"200": ${jsonResponse(user)}`, { unwrapped: true, data: { type: "S.User" } }],
    [
      "`data` next to other members, which is not an envelope",
      `"200": ${jsonResponse(`{ type: object, properties: { data: ${user}, more: {} } }`)}`,
      { unwrapped: true },
    ],
    [
      "several bodies",
      `"200": ${jsonResponse(user)}\n        "202": ${jsonResponse("{ type: string }")}`,
      { status: 200, unwrapped: true, mayBeEmpty: false, data: { type: "S.User | string" } },
    ],
    [
      "several envelopes",
      `"201": ${jsonResponse(`{ properties: { data: ${user} }, required: [data] }`)}\n        "200": ${jsonResponse("{ properties: { data: { type: string } } }")}`,
      { status: 200, unwrapped: false, data: { type: "string | S.User" } },
    ],
    [
      "a response with a body and one without",
      `"200": ${jsonResponse(user)}\n        "204": {}`,
      { status: 200, mayBeEmpty: true, data: { type: "S.User | undefined" } },
    ],
    ["a status range", `"2XX": ${jsonResponse(user)}`, { status: 200, data: { type: "S.User" } }],
    [
      "another JSON media type",
      `"200": { content: { application/problem+json: { schema: ${user} } } }`,
      { mediaType: "application/problem+json" },
    ],
  ])("supports %s", (_, responses, success) => {
    expect(operationOf(specWith(renamed, responses), "renameUser").success).toMatchObject(success);
  });
});

function jsonResponse(schema: string): string {
  return `{ content: { application/json: { schema: ${schema} } } }`;
}

describe("paging", () => {
  it("finds the array next to the pagination", () => {
    expect(operationOf(SPEC, "listUsers").paging).toEqual({
      itemsField: "users",
      itemType: "S.User",
      maxPageSize: undefined,
    });
  });

  const pagination = "pagination: { type: object }";
  const two = `${pagination}\n                  others: { type: array, items: { type: string } }`;

  it.each([
    ["uses the array named by x-page", two, "others", { itemsField: "others", itemType: "string" }],
    ["is undefined if x-page is false", pagination, "false", undefined],
  ])("%s", (_, replacement, page, found) => {
    const text = specWith("operationId: listUsers", `operationId: listUsers\n      x-page: ${page}`);
    const listed = operationOf(text.replace(pagination, replacement), "listUsers").paging;
    expect(listed && { itemsField: listed.itemsField, itemType: listed.itemType }).toEqual(found);
  });

  it("has the maximum page size if it is below the default", () => {
    const text = specWith("count: { type: integer }", "count: { type: integer, maximum: 50 }");
    expect(operationOf(text, "listUsers").paging).toMatchObject({ maxPageSize: 50 });
    expect(operationOf(text.replace("50", "1000"), "listUsers").paging).toMatchObject({ maxPageSize: undefined });
  });

  it("is undefined for a write without x-page", () => {
    const write = specWith("    get:\n", "    post:\n");
    expect(operationOf(write, "listUsers").paging).toBeUndefined();
    const paged = write.replace("operationId: listUsers", "operationId: listUsers\n      x-page: users");
    expect(operationOf(paged, "listUsers").paging).toMatchObject({ itemsField: "users" });
  });

  /** Returns a document whose data has two arrays, `users` and `others`, of which some are required. */
  const withTwoArrays = (required: string) =>
    specWith(pagination, two).replace("required: [users, pagination]", `required: ${required}`);

  it("uses the only required array of several", () => {
    const { operations, warnings } = modelOf(withTwoArrays("[others, pagination]"));
    expect(operations[0]?.paging).toMatchObject({ itemsField: "others" });
    expect(warnings).toEqual([]);
  });

  it.each([["[pagination]"], ["[users, others, pagination]"]])(
    "is undefined, with a warning, if there are several arrays and %s are required",
    (required) => {
      const { operations, warnings } = modelOf(withTwoArrays(required));
      expect(operations[0]?.paging).toBeUndefined();
      expect(warnings).toEqual([
        {
          at: ["paths", "/users", "get"],
          reason: expect.stringContaining("(`users`, `others`)"),
          fix: expect.stringContaining("Set `x-page: users`"),
        },
      ]);
    },
  );

  it.each([
    ["x-page names one", "operationId: listUsers", "operationId: listUsers\n      x-page: others", "others"],
    ["x-page is false", "operationId: listUsers", "operationId: listUsers\n      x-page: false", undefined],
    ["there is no pagination input", "name: pagination, in", "name: page, in", undefined],
    ["the operation is a write", "    get:\n", "    post:\n", undefined],
  ])("does not warn about several arrays if %s", (_, part, replacement, itemsField) => {
    const { operations, warnings } = modelOf(withTwoArrays("[pagination]").replace(part, replacement));
    expect(operations[0]?.paging?.itemsField).toBe(itemsField);
    expect(warnings).toEqual([]);
  });

  it.each([
    ["there is no pagination input", "name: pagination, in", "name: page, in"],
    ["the data has no pagination", "pagination: { type: object }", "page: { type: object }"],
    ["there is no array", "users: { type: array,", "users: { type: object,"],
    ["the pagination input has no cursor", "cursor: { type: string }", "after: { type: string }"],
  ])("is undefined if %s", (_, part, replacement) => {
    expect(operationOf(specWith(part, replacement), "listUsers").paging).toBeUndefined();
  });
});
