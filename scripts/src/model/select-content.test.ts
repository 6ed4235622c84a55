import { describe, expect, it } from "vitest";

import { operationOf } from "../test-utils/model-of.ts";
import { specWith } from "../test-utils/documents/spec-text.ts";

const renamed = '"204": { description: Renamed. }';
const json = "{ schema: { type: object, properties: { data: { type: number } } } }";
const binary = "{ schema: { type: string, format: binary } }";

describe("the content of a response", () => {
  it.each<[string, string, object]>([
    ["JSON under a wildcard", `'*/*': ${json}`, { data: { type: "number" }, unwrapped: false }],
    ["JSON under application/*", `application/*: ${json}`, { data: {}, unwrapped: false }],
    ["JSON beside text and files", `text/plain: {}, image/png: {}, application/json: ${json}`, { unwrapped: false }],
    [
      "JSON with a suffix instead of a wildcard",
      `'*/*': ${json}, application/hal+json: ${json}`,
      { mediaType: "application/hal+json" },
    ],
    ["text", "text/csv: {}", { mediaType: "text/csv", parseAs: "text", unwrapped: true, data: { type: "string" } }],
    [
      "XML, as text",
      `application/xml: ${json}`,
      { parseAs: "text", data: { type: "string", schema: { type: "string" } } },
    ],
    [
      "a file without a schema",
      "application/pdf: {}",
      { mediaType: "application/pdf", parseAs: "blob", data: { type: "Blob" } },
    ],
    ["a file under a wildcard", `'*/*': ${binary}`, { mediaType: "*/*", parseAs: "blob" }],
    ["the first of several types", `image/png: ${binary}, text/plain: {}`, { mediaType: "image/png", parseAs: "blob" }],
  ])("is %s", (_, content, success) => {
    const operation = operationOf(specWith(renamed, `"200": { content: { ${content} } }`), "renameUser");
    expect(operation.success).toMatchObject(success);
    expect("parseAs" in operation.success).toBe("parseAs" in success);
  });

  it.each([
    [`"200": { content: { multipart/form-data: ${json} } }`, "has no schema for `multipart/form-data`"],
    [`"200": { content: { application/json: {} } }`, "has no schema for `application/json`"],
    [`"200": { content: { '*/*': {} } }`, "has no schema for `*/*`"],
    [`"200": { content: { "text/plain\\r\\nx: y": {} } }`, "has no supported media type"],
    [
      `"200": { content: { application/json: ${json} } }\n        "202": { content: { text/plain: {} } }`,
      "different kinds",
    ],
  ])("is rejected for %s", (responses, reason) => {
    expect(() => operationOf(specWith(renamed, responses), "renameUser")).toThrow(reason);
  });
});

describe("the content of a request", () => {
  const body =
    "application/json:\n            schema: { type: object, required: [name], properties: { name: { type: string } } }";
  const members =
    "{ schema: { type: object, required: [file], properties: { file: { type: string, format: binary }, files: { type: array, items: { type: string, contentMediaType: image/png } }, name: { type: string } } } }";
  const inputsOf = (content: string) => {
    const { inputs, body: requestBody } = operationOf(specWith(body, content), "renameUser");
    const sent = inputs.filter((input) => input.in === "body");
    return { ...requestBody, inputs: sent.map(({ name, type }) => `${name}: ${type}`) };
  };

  it.each<[string, string, object]>([
    [
      "a multipart form, with files",
      `multipart/form-data: ${members}`,
      { format: "multipart", form: "members", required: true, inputs: ["file: Blob", "files: Blob[]", "name: string"] },
    ],
    [
      "a form, with numbered lists",
      "application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: array }, b: { type: string } } }, encoding: { a: { style: deepObject }, b: { style: deepObject } } }",
      { format: "urlencoded", numberedFields: ["a"] },
    ],
    ["text", "text/plain: {}", { format: "text", mediaType: "text/plain", inputs: ["body: string"] }],
    [
      "a file",
      `image/*: ${binary}`,
      { format: "binary", mediaType: "image/*", inputs: ["body: Blob | ArrayBuffer | Uint8Array"] },
    ],
    ["JSON under application/*", `application/*: ${json}`, { format: "json", mediaType: undefined }],
  ])("is %s", (_, content, expected) => {
    expect(inputsOf(content)).toMatchObject(expected);
  });

  it("keeps a binary member of JSON a string", () => {
    const { inputs } = inputsOf(`application/json: ${members}`);
    expect(inputs[0]).toBe(
      'file: NonNullable<operations["renameUser"]["requestBody"]>["content"]["application/json"]["file"]',
    );
  });

  it("is rejected for a style of a form that the client does not write", () => {
    const content =
      "application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: array } } }, encoding: { a: { explode: false } } }";
    expect(() => inputsOf(content)).toThrow("The field `a` of the form has a style that is not supported");
  });
});

describe("a query parameter", () => {
  const parameter = '{ name: pagination, in: query, schema: { $ref: "#/components/schemas/PaginationInput" } }';
  const list = "schema: { type: array, items: { type: string } }";
  const object = "schema: { type: object, properties: { a: { type: string } } }";

  it.each<[string, object | undefined]>([
    [list, undefined],
    [`style: form, ${list}`, undefined],
    [`style: form, explode: true, ${list}`, undefined],
    [`style: deepObject, explode: false, ${object}`, undefined],
    ["explode: false, schema: { type: string }", undefined],
    [`explode: false, ${list}`, { style: "form", explode: false }],
    [`style: pipeDelimited, ${list}`, { style: "pipeDelimited", explode: false }],
    [`style: spaceDelimited, explode: true, ${list}`, { style: "spaceDelimited", explode: true }],
    [`explode: false, ${object}`, { style: "form", explode: false, type: "object" }],
  ])("with %s has the style %j", (keys, style) => {
    const { inputs } = operationOf(specWith(parameter, `{ name: p, in: query, ${keys} }`), "listUsers");
    expect(inputs[0]?.style).toEqual(style);
  });
});
