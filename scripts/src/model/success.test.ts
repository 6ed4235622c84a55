import { describe, expect, it } from "vitest";

import { operationOf } from "../testing/model-of.ts";
import { SPEC, specWith } from "../testing/spec-text.ts";

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
