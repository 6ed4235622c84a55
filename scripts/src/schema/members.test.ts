import { expect, it } from "vitest";

import type { JsonObject } from "../spec/json.ts";
import { apiDocument, type Members } from "../test-utils/documents/api-document.ts";
import { messagesOf } from "../test-utils/messages-of.ts";
import { modelOf, operationOf } from "../test-utils/model-of.ts";

const READ_ONLY = { type: "string", readOnly: true };
const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const thing = (member: JsonObject): JsonObject => ({ type: "object", properties: { member } });

/** Returns the names of the request types that differ from the response types. */
function writableTypesOf(schemas: Members): string[] {
  return modelOf(apiDocument({ schemas })).schemas.flatMap(({ writableTypeName }) => writableTypeName ?? []);
}

it.each<[string, JsonObject]>([
  ["a read-only member of array items", { type: "array", items: thing(READ_ONLY) }],
  ["a read-only member of an allOf part", { allOf: [thing(READ_ONLY)] }],
  [
    "a write-only member of a oneOf alternative",
    { oneOf: [{ type: "string" }, thing({ type: "string", writeOnly: true })] },
  ],
  ["a read-only member of additional properties", { type: "object", additionalProperties: thing(READ_ONLY) }],
  ["a reference to such a schema", { type: "object", properties: { other: reference("Other") } }],
  ["a read-only member and a circular reference", { ...thing(READ_ONLY), items: reference("Thing") }],
])("gives a schema with %s a separate request type", (_, Thing) => {
  const Other = thing({ ...reference("Text"), readOnly: true });
  expect(writableTypesOf({ Thing, Other, Text: { type: "string" } })).toContain("ThingWritable");
});

it.each<[string, JsonObject]>([
  ["without read-only or write-only members", thing({ type: "string" })],
  ["with a member that is both read-only and write-only", thing({ ...READ_ONLY, writeOnly: true })],
  ["that is itself read-only", READ_ONLY],
])("gives a schema %s a single type", (_, Thing) => {
  expect(writableTypesOf({ Thing })).toEqual([]);
});

it("excludes read-only members from inputs and write-only members from paging", () => {
  const members = { "id!": READ_ONLY, "name!": { type: "string" } };
  const list = { type: "array", items: { type: "string" } };
  const request = { type: "object", properties: { cursor: { type: "string" }, count: { type: "integer" } } };
  const operation = { parameters: [{ name: "pagination", in: "query", schema: request }], "x-page": "names" };
  const output = { "names!": list, secrets: { ...list, writeOnly: true }, pagination: {} };
  const { inputs, paging } = operationOf(apiDocument({ input: members, output, operation }), "makeThing");
  expect(inputs.map(({ name }) => name)).toEqual(["pagination", "name"]);
  expect(paging?.itemsField).toBe("names");
  const paged = apiDocument({ output, operation: { ...operation, "x-page": "secrets" } });
  expect(messagesOf(paged).join()).toContain("`secrets` is not a paged array");
});

it.each<[string, JsonObject]>([
  ["in a part of a body", { allOf: [thing(READ_ONLY), { type: "object", properties: { name: {} } }] }],
  [
    "in one of two parts of a body",
    { allOf: [thing({ type: "string" }), thing(READ_ONLY), { properties: { name: {} } }] },
  ],
  ["through a part of its schema", { properties: { member: { allOf: [READ_ONLY] }, name: {} } }],
  ["through a reference in a part of its schema", { properties: { member: { allOf: [reference("Id")] }, name: {} } }],
  [
    "beside a restricted reference",
    { properties: { member: { ...reference("Text"), maxLength: 1, readOnly: true }, name: {} } },
  ],
])("excludes a member that is read-only %s", (_, schema) => {
  const operation = { requestBody: { content: { "application/json": { schema } } } };
  const schemas = { Id: READ_ONLY, Text: { type: "string" } };
  const { inputs } = operationOf(apiDocument({ operation, schemas }), "makeThing");
  expect(inputs.map(({ name }) => name)).toEqual(["name"]);
});

it.each<[string, JsonObject, boolean]>([
  ["another part", { allOf: [reference("Settings"), { required: ["language"] }] }, true],
  ["an object without members", { allOf: [reference("Settings"), { type: "object", required: ["language"] }] }, true],
  ["the schema itself", { allOf: [reference("Settings")], required: ["language"] }, true],
  ["a part of a part", { allOf: [{ allOf: [reference("Settings"), { required: ["language"] }] }] }, true],
  ["a referenced part", { allOf: [reference("Settings"), reference("WithLanguage")] }, true],
  ["the keyword beside a reference", { ...reference("Settings"), required: ["language"] }, true],
  [
    "an alternative, which does not make it required",
    { ...reference("Settings"), anyOf: [{ required: ["language"] }, {}] },
    false,
  ],
  ["parts without `required`", { allOf: [reference("Settings"), { description: "Text." }] }, false],
])("derives whether an input is required from %s", (_, schema, required) => {
  const operation = { requestBody: { content: { "application/json": { schema } } } };
  const Settings = { type: "object", properties: { language: { type: "string" } } };
  const text = apiDocument({ operation, schemas: { Settings, WithLanguage: { required: ["language"] } } });
  const { inputs } = operationOf(text, "makeThing");
  expect(inputs.map(({ name, required }) => ({ name, required }))).toEqual([{ name: "language", required }]);
});

it.each<[string, JsonObject]>([
  ["only requires members", { allOf: [{ required: ["language"] }] }],
  ["accepts other types", { allOf: [thing({}), { type: ["object", "null"] }] }],
  ["has one value", { allOf: [thing({}), { const: 1 }] }],
])("creates one input for a body that %s", (_, schema) => {
  const operation = { requestBody: { content: { "application/json": { schema } } } };
  expect(operationOf(apiDocument({ operation }), "makeThing").inputs.map(({ name }) => name)).toEqual(["body"]);
});
