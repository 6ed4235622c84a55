import { expect, it } from "vitest";

import type { Json, JsonObject } from "../spec/json.ts";
import { apiDocument } from "../test-utils/api-document.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { typesOpenapi } from "./types-openapi.ts";

const Base = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };

/** Emits the types of a document with the given components, on one line. */
async function typesWith(components: Json, operation = {}): Promise<string> {
  const document = { ...(JSON.parse(apiDocument({ operation })) as object), components };
  return (await typesOpenapi.emit(modelOf(JSON.stringify(document)))).replace(/\s+/g, " ");
}

it.each<[string, Json, string]>([
  ["allows any property in an object without content", { type: "object" }, "{ [key: string]: unknown; }"],
  [
    "allows no property if the schema forbids additional ones",
    { type: "object", additionalProperties: false },
    "Record<string",
  ],
  [
    "does not require a member that objects inherit in JavaScript",
    { allOf: [Base], required: ["constructor"] },
    "{ kind: string; };",
  ],
  ["supports a property named like a keyword", { properties: { title: { type: "null" } } }, "{ title?: null; }"],
])("%s", async (_, schema, type) => {
  expect(await typesWith({ schemas: { Thing: schema } })).toContain(`Thing: ${type}`);
});

it("maps a discriminator to a schema by its plain name", async () => {
  const discriminator = { propertyName: "kind", mapping: { tom: "Cat" } };
  const Pet = { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator };
  expect(await typesWith({ schemas: { Cat: Base, Pet } })).toContain('kind: "tom"');
});

const ALTERNATIVES = [{ $ref: "#/components/schemas/UserCreated" }, { $ref: "#/components/schemas/UserDeleted" }];

it.each<[string, JsonObject, JsonObject]>([
  ["oneOf", { oneOf: ALTERNATIVES, discriminator: { propertyName: "type" } }, {}],
  ["anyOf", { anyOf: ALTERNATIVES, discriminator: { propertyName: "type" } }, {}],
  [
    "oneOf with a partial mapping",
    {
      oneOf: ALTERNATIVES,
      discriminator: { propertyName: "type", mapping: { "user.deleted": "#/components/schemas/UserDeleted" } },
    },
    {},
  ],
  [
    "a base schema",
    { type: "object", properties: { type: { type: "string" } }, discriminator: { propertyName: "type" } },
    { allOf: [{ $ref: "#/components/schemas/Event" }] },
  ],
])("types a discriminator with the values that the schemas define: %s", async (_, Event, base) => {
  const withType = (type: JsonObject) => ({ type: "object", required: ["type"], properties: { type }, ...base });
  const schemas = {
    Event,
    UserCreated: withType({ type: "string", const: "user.created" }),
    UserDeleted: withType({ type: "string", enum: ["user.deleted", "user.removed"] }),
  };
  const types = await typesWith({ schemas });
  expect(types).toContain('type: "user.created"');
  expect(types).toContain(
    `type: "user.deleted"${"mapping" in (Event["discriminator"] as object) ? "" : ' | "user.removed"'}`,
  );
  expect(types).not.toMatch(/: "User(?:Created|Deleted)"/);
});

it.each([
  ["values that are not strings", { const: 1 }, { const: 2 }, ["type: 1", "type: 2"]],
  ["a value of two schemas", { enum: ["a", "b"] }, { const: "b" }, ['type: "a" | "b"', 'type: "b"']],
])("types a discriminator with %s", async (_, first, second, expected) => {
  const schemas = {
    Event: { oneOf: ALTERNATIVES, discriminator: { propertyName: "type" } },
    UserCreated: { type: "object", required: ["type"], properties: { type: first } },
    UserDeleted: { type: "object", required: ["type"], properties: { type: second } },
  };
  const types = await typesWith({ schemas });
  for (const type of expected) expect(types).toContain(type);
});

it("types a component that refers to another component", async () => {
  const parameters = {
    Some: { name: "a", in: "query", schema: { type: "number" } },
    Same: { $ref: "#/components/parameters/Some" },
  };
  expect(await typesWith({ parameters })).toContain("Same: number;");
});

it("names operations after the functions", async () => {
  expect(await typesWith({}, { operationId: "things/make" })).toContain('operations["thingsMake"]');
});

it.each(["title", "description", "example", "default"])("escapes directives and tags in a %s", async (keyword) => {
  const types = await typesWith({
    schemas: { Thing: { type: "string", [keyword]: "*/ a\u2028@ts-ignore\r@internal" } },
  });
  expect(types).not.toMatch(/[^\\](?:@ts-ignore|@internal)|\*\/ a/);
});

it("does not modify the document", async () => {
  const model = modelOf(
    apiDocument({ schemas: { Base, Thing: { oneOf: [Base], discriminator: { propertyName: "a" } } } }),
  );
  const before = structuredClone(model.document);
  await typesOpenapi.emit(model);
  expect(model.document).toEqual(before);
});
