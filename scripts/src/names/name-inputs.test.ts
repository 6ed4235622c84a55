import { expect, it } from "vitest";

import type { Json, JsonObject } from "../spec/json.ts";
import { messagesOf } from "../test-utils/messages-of.ts";
import { modelOf, operationOf } from "../test-utils/model-of.ts";

/** Creates a document whose operation `change` has a path parameter `id` and the given parameters and body. */
function documentOf(parameters: JsonObject[], body?: JsonObject, components: JsonObject = {}): string {
  const schema = { type: "string" };
  const all = [{ name: "id", in: "path", required: true, schema }, ...parameters].map((parameter) =>
    "$ref" in parameter ? parameter : Object.assign({ schema }, parameter),
  );
  const requestBody = body && { requestBody: { content: { "application/json": { schema: body } } } };
  const change = { operationId: "change", parameters: all, ...requestBody, responses: { "204": {} } };
  const servers = [{ url: "https://api.example.com" }];
  return JSON.stringify({ openapi: "3.1.0", servers, paths: { "/things/{id}": { post: change } }, components });
}

function inputsOf(text: string): [name: string, location: string, wireName: string | undefined][] {
  return operationOf(text, "change").inputs.map(({ name, in: location, wireName }) => [name, location, wireName]);
}

const query = (name: string, others: JsonObject = {}): JsonObject => ({ name, in: "query", ...others });
const objectWith = (...names: string[]): JsonObject => ({
  type: "object",
  properties: Object.fromEntries(names.map((name): [string, Json] => [name, { type: "string" }])),
});

it("qualifies equal names by location, in the order path, query, header, body", () => {
  const parameters = [{ name: "id", in: "header" }, query("id")];
  expect(inputsOf(documentOf(parameters, objectWith("id", "name")))).toEqual([
    ["id", "path", undefined],
    ["idQuery", "query", "id"],
    ["idHeader", "header", "id"],
    ["idBody", "body", "id"],
    ["name", "body", undefined],
  ]);
});

it("repeats the location until the name is free", () => {
  expect(inputsOf(documentOf([query("idBody")], objectWith("id"))).at(-1)).toEqual(["idBodyBody", "body", "id"]);
});

it("qualifies a whole body if a parameter is named `body`", () => {
  const text = documentOf([query("body")], { type: "array", items: { type: "string" } });
  expect(inputsOf(text).slice(1)).toEqual([
    ["body", "query", undefined],
    ["bodyBody", "body", "body"],
  ]);
});

it.each<[string, JsonObject, JsonObject, (string | number)[]]>([
  [
    "an inline body",
    objectWith("id"),
    {},
    "paths /things/{id} post requestBody content application/json schema properties id".split(" "),
  ],
  [
    "a component",
    { $ref: "#/components/schemas/Thing" },
    { schemas: { Thing: objectWith("id") } },
    ["components", "schemas", "Thing", "properties", "id"],
  ],
  [
    "a part of allOf",
    { allOf: [objectWith("name"), { $ref: "#/components/schemas/Thing" }] },
    { schemas: { Thing: objectWith("id") } },
    ["components", "schemas", "Thing", "properties", "id"],
  ],
])("warns at the member in %s", (_, body, components, path) => {
  const { warnings } = modelOf(documentOf([], body, components));
  expect(warnings.map(({ at, reason, fix }) => [at.slice(0, -1), reason, fix])).toEqual([
    [
      path,
      "The body input `id` of `change` is renamed to `idBody`, because `id` is already used by the path input `id` of `change`",
      "Set `x-name` to choose another name",
    ],
  ]);
});

it("reads x-name from parameters, referenced parameters and body members", () => {
  const body = { type: "object", properties: { id: { type: "string", "x-name": "newId" } } };
  const components = { parameters: { Dry: { name: "X-Dry-Run", in: "header", schema: {}, "x-name": "dryRun" } } };
  const parameters = [query("id", { "x-name": "queryId" }), { $ref: "#/components/parameters/Dry" }];
  const text = documentOf(parameters, body, components);
  expect(inputsOf(text).slice(1)).toEqual([
    ["queryId", "query", "id"],
    ["dryRun", "header", "X-Dry-Run"],
    ["newId", "body", "id"],
  ]);
  expect(modelOf(text).warnings).toEqual([]);
});

it("prefers the x-name beside a reference to that of its target", () => {
  const components = { parameters: { Dry: { name: "X-Dry-Run", in: "header", schema: {}, "x-name": "dryRun" } } };
  const reference = { $ref: "#/components/parameters/Dry" };
  const named = documentOf([{ ...reference, "x-name": "preview" }], undefined, components);
  expect(inputsOf(named).at(-1)).toEqual(["preview", "header", "X-Dry-Run"]);
  expect(messagesOf(documentOf([{ ...reference, "x-name": "id" }], undefined, components))).toEqual([
    expect.stringContaining("The name `id` of the header input `X-Dry-Run` of `change` is already used"),
  ]);
  expect(messagesOf(documentOf([{ ...reference, "x-name": 1 }], undefined, components))).toEqual([
    expect.stringContaining("Expected a string, found 1"),
  ]);
});

it("renames a path parameter in the template of the operation only", () => {
  const text = documentOf([]).replace('"in":"path"', '"in":"path","x-name":"thingId"');
  const { path, template, inputs } = operationOf(text, "change");
  expect([path, template]).toEqual(["/things/{id}", "/things/{thingId}"]);
  expect(inputs.map(({ name }) => name)).toEqual(["thingId"]);
});

it("ignores the x-name of a referenced schema, which names its type", () => {
  const schemas = { Id: { type: "string", "x-name": "Identifier" } };
  const body = { type: "object", properties: { name: { $ref: "#/components/schemas/Id" } } };
  expect(inputsOf(documentOf([], body, { schemas })).at(-1)).toEqual(["name", "body", undefined]);
});

it("reports a colliding x-name at a referenced parameter", () => {
  const components = { parameters: { Dry: { name: "dry", in: "query", schema: {}, "x-name": "id" } } };
  const text = documentOf([{ $ref: "#/components/parameters/Dry" }], undefined, components);
  expect(messagesOf(text).join()).toContain(
    "The name `id` of the query input `dry` of `change` is already used by the path",
  );
});
