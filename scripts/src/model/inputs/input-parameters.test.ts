import { describe, expect, it } from "vitest";

import { messagesOf } from "../../test-utils/messages-of.ts";
import { modelOf, operationOf } from "../../test-utils/model-of.ts";
import { inputPaths } from "./input-parameters.ts";
import { documentOfPaths } from "../../test-utils/documents/document-of-paths.ts";
import type { JsonObject } from "../../spec/json.ts";

const TEXT = { type: "string" };
const NUMBER = { type: "integer", minimum: 1 };
const PAGE = { type: "object", required: ["count"], properties: { cursor: TEXT, count: NUMBER } };
const COUNT = { name: "page.count", in: "query", schema: NUMBER, "x-input": { name: "page", schema: PAGE } };
const CURSOR = { name: "page.cursor", in: "query", schema: TEXT, "x-input": { name: "page" } };
const LIST = { name: "ids", schema: { type: "array", items: TEXT } };
const FIRST = { name: "ids.0", in: "query", required: true, schema: TEXT, "x-input": LIST };

function documentWith(...parameters: JsonObject[]): string {
  return documentOfPaths(["DELETE /users deleteUsers"], { deleteUsers: { parameters } });
}

describe("parameters with an x-input", () => {
  it("become one input, which is required if one of them is", () => {
    const { inputs, bulk } = operationOf(documentWith(COUNT, FIRST, CURSOR), "deleteUsers");
    expect(inputs).toMatchObject([
      { name: "page", in: "query", required: false, schema: PAGE },
      { name: "ids", in: "query", required: true, schema: LIST.schema },
    ]);
    expect(bulk).toMatchObject({ field: "ids" });
    expect(inputs.map(({ style }) => style)).toEqual([undefined, undefined]);
  });

  it("can have the schema of the input on any part", () => {
    const count = { ...COUNT, "x-input": { name: "page" } };
    const cursor = { ...CURSOR, "x-input": { name: "page", "x-name": "slice", description: "A page.", schema: PAGE } };
    const { inputs } = operationOf(documentWith(count, cursor), "deleteUsers");
    expect(inputs).toMatchObject([{ schema: PAGE, doc: { description: "A page." } }]);
  });

  it.each<[problem: string, parameters: JsonObject[], message: string]>([
    [
      "another name",
      [COUNT, { ...CURSOR, name: "cursor" }],
      "The parameter `cursor` is not a part of its `x-input` `page`. Name it `page.cursor`",
    ],
    [
      "a name that is not an index",
      [{ ...FIRST, name: "ids.first" }],
      "The parameter `ids.first` is not a part of its `x-input` `ids`. Name it `ids.0`",
    ],
    [
      "another schema",
      [{ ...COUNT, schema: TEXT }, CURSOR],
      "The parameter `page.count` and its `x-input` have different schemas. Change one of the two",
    ],
    ["a missing part", [COUNT], "The `x-input` `page` has no parameter `page.cursor`. Add it, with this `x-input`"],
    [
      "no schema",
      [{ ...COUNT, "x-input": { name: "page" } }, CURSOR],
      "The parameter `page` has no schema. Add a schema",
    ],
    [
      "a schema of a text",
      [{ ...FIRST, "x-input": { name: "ids", schema: TEXT } }],
      "The `x-input` `ids` is neither an array nor an object with members. Give it the schema of the whole",
    ],
    [
      "a part in a header",
      [COUNT, { ...CURSOR, in: "header" }],
      "The `x-input` `page` has a parameter that is not in the query. Remove its `x-input`",
    ],
    [
      "the name of another parameter",
      [{ name: "ids", in: "query", schema: TEXT }, FIRST],
      "The parameter `ids` is not unique. Remove one of the two",
    ],
    ["the name of another part", [COUNT, CURSOR, CURSOR], "The parameter `page.cursor` is not unique. Remove one"],
    ["no name", [{ ...FIRST, "x-input": { schema: LIST.schema } }], "`name` is missing. Add it"],
    ["text as its value", [{ ...FIRST, "x-input": "ids" }], 'Expected an object, found "ids". Write it as an object'],
  ])("are rejected with %s", (_, parameters, message) => {
    expect(messagesOf(documentWith(...parameters))).toEqual([expect.stringContaining(message)]);
  });
});

it("does not change the document when copying its paths", () => {
  const { document } = modelOf(documentWith(COUNT, FIRST, CURSOR));
  const before = structuredClone(document);
  expect(inputPaths(document)).toMatchObject({
    "/users": { delete: { parameters: [{ name: "page" }, { name: "ids" }] } },
  });
  expect(document).toEqual(before);
});
