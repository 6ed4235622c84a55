import { expect, it } from "vitest";

import type { JsonObject } from "../spec/json.ts";
import { apiDocument, type Members } from "../test-utils/api-document.ts";
import { messagesOf } from "../test-utils/messages-of.ts";
import { modelOf, operationOf } from "../test-utils/model-of.ts";

const READ_ONLY = { type: "string", readOnly: true };
const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const thing = (member: JsonObject): JsonObject => ({ type: "object", properties: { member } });

/** The schemas that have a type of their own in requests. */
function writableTypesOf(schemas: Members): string[] {
  return modelOf(apiDocument({ schemas })).schemas.flatMap(({ writableTypeName }) => writableTypeName ?? []);
}

it.each<[string, JsonObject]>([
  ["a member of a list", { type: "array", items: thing(READ_ONLY) }],
  ["a member of a part", { allOf: [thing(READ_ONLY)] }],
  ["a member of an alternative", { oneOf: [{ type: "string" }, thing({ type: "string", writeOnly: true })] }],
  ["a member of any other member", { type: "object", additionalProperties: thing(READ_ONLY) }],
  ["a reference to such a schema", { type: "object", properties: { other: reference("Other") } }],
  ["a reference back to itself", { ...thing(READ_ONLY), items: reference("Thing") }],
])("gives a schema with %s another type in requests", (_, Thing) => {
  const Other = thing({ ...reference("Text"), readOnly: true });
  expect(writableTypesOf({ Thing, Other, Text: { type: "string" } })).toContain("ThingWritable");
});

it.each<[string, JsonObject]>([
  ["without marked members", thing({ type: "string" })],
  ["with a member that is marked both ways", thing({ ...READ_ONLY, writeOnly: true })],
  ["that is marked itself", READ_ONLY],
])("gives a schema %s one type", (_, Thing) => {
  expect(writableTypesOf({ Thing })).toEqual([]);
});

it("takes no read-only member as an input and returns no write-only one", () => {
  const members = { "id!": READ_ONLY, "name!": { type: "string" } };
  const list = { type: "array", items: { type: "string" } };
  const request = { type: "object", properties: { cursor: { type: "string" }, count: { type: "integer" } } };
  const operation = { parameters: [{ name: "pagination", in: "query", schema: request }], "x-page": "names" };
  const output = { "names!": list, secrets: { ...list, writeOnly: true }, pagination: {} };
  const { inputs, page } = operationOf(apiDocument({ input: members, output, operation }), "makeThing");
  expect(inputs.map(({ name }) => name)).toEqual(["pagination", "name"]);
  expect(page?.items).toBe("names");
  const paged = apiDocument({ output, operation: { ...operation, "x-page": "secrets" } });
  expect(messagesOf(paged).join()).toContain("`secrets` is not a list in pages");
});

it("refuses a schema with the name of a type for requests", () => {
  const schemas = { Thing: thing(READ_ONLY), ThingWritable: { type: "string" } };
  expect(messagesOf(apiDocument({ schemas })).join()).toContain("The name `ThingWritable`, for the schema");
});
