import { describe, expect, it } from "vitest";

import { operationOf } from "../testing/model-of.ts";
import { SPEC, specWith } from "../testing/spec-text.ts";

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
