import { describe, expect, it } from "vitest";

import { operationOf } from "../test-utils/model-of.ts";
import { SPEC, specWith } from "../test-utils/spec-text.ts";

describe("success", () => {
  it("types the data of the envelope", () => {
    expect(operationOf(SPEC, "listUsers").success).toMatchObject({
      status: 200,
      bare: false,
      data: {
        type: 'Exclude<operations["listUsers"]["responses"]["200"]["content"]["application/json"]["data"], undefined>',
      },
    });
  });

  it("has no data when the answer has no body", () => {
    expect(operationOf(SPEC, "renameUser").success).toEqual({ status: 204, bare: false, mayBeEmpty: false });
  });

  const renamed = '"204": { description: Renamed. }';
  const user = "{ $ref: '#/components/schemas/User' }";

  it.each([
    ["a body without an envelope", `"200": ${answer(user)}`, { bare: true, data: { type: "S.User" } }],
    [
      "`data` beside other members, which is not an envelope",
      `"200": ${answer(`{ type: object, properties: { data: ${user}, more: {} } }`)}`,
      { bare: true },
    ],
    [
      "one of several bodies",
      `"200": ${answer(user)}\n        "202": ${answer("{ type: string }")}`,
      { status: 200, bare: true, mayBeEmpty: false, data: { type: "S.User | string" } },
    ],
    [
      "one of several envelopes",
      `"201": ${answer(`{ properties: { data: ${user} }, required: [data] }`)}\n        "200": ${answer("{ properties: { data: { type: string } } }")}`,
      { status: 200, bare: false, data: { type: "string | S.User" } },
    ],
    [
      "a body or none",
      `"200": ${answer(user)}\n        "204": {}`,
      { status: 200, mayBeEmpty: true, data: { type: "S.User | undefined" } },
    ],
    ["any of a range", `"2XX": ${answer(user)}`, { status: 200, data: { type: "S.User" } }],
    [
      "an own kind of JSON",
      `"200": { content: { application/problem+json: { schema: ${user} } } }`,
      { mediaType: "application/problem+json" },
    ],
  ])("is %s", (_, responses, success) => {
    expect(operationOf(specWith(renamed, responses), "renameUser").success).toMatchObject(success);
  });
});

function answer(schema: string): string {
  return `{ content: { application/json: { schema: ${schema} } } }`;
}

describe("pages", () => {
  it("finds the items beside the pagination", () => {
    expect(operationOf(SPEC, "listUsers").page).toEqual({ items: "users", itemType: "S.User", size: undefined });
  });

  const pagination = "pagination: { type: object }";
  const two = `${pagination}\n                  others: { type: array, items: { type: string } }`;

  it.each([
    ["chosen by x-page among several", two, "others", { items: "others", itemType: "string" }],
    ["none where x-page is false", pagination, "false", undefined],
  ])("are %s", (_, replacement, page, found) => {
    const text = specWith("operationId: listUsers", `operationId: listUsers\n      x-page: ${page}`);
    const listed = operationOf(text.replace(pagination, replacement), "listUsers").page;
    expect(listed && { items: listed.items, itemType: listed.itemType }).toEqual(found);
  });

  it("say how few items they may have", () => {
    const text = specWith("count: { type: integer }", "count: { type: integer, maximum: 50 }");
    expect(operationOf(text, "listUsers").page).toMatchObject({ size: 50 });
    expect(operationOf(text.replace("50", "1000"), "listUsers").page).toMatchObject({ size: undefined });
  });

  it("of a write are none, unless x-page says so: the next page would carry it out again", () => {
    const write = specWith("    get:\n", "    post:\n");
    expect(operationOf(write, "listUsers").page).toBeUndefined();
    const paged = write.replace("operationId: listUsers", "operationId: listUsers\n      x-page: users");
    expect(operationOf(paged, "listUsers").page).toMatchObject({ items: "users" });
  });

  it.each([
    ["nothing asks for a page", "name: pagination, in", "name: page, in"],
    ["the data has no pagination", "pagination: { type: object }", "page: { type: object }"],
    [
      "there are two lists",
      "pagination: { type: object }",
      "pagination: {}\n                  others: { type: array }",
    ],
    ["there is no list", "users: { type: array,", "users: { type: object,"],
    ["the request for a page has no cursor", "cursor: { type: string }", "after: { type: string }"],
  ])("finds none when %s", (_, part, replacement) => {
    expect(operationOf(specWith(part, replacement), "listUsers").page).toBeUndefined();
  });
});
