import { expect, it } from "vitest";

import type { Json, JsonObject } from "../../spec/json.ts";
import { apiDocument } from "../../test-utils/documents/api-document.ts";
import { modelOf } from "../../test-utils/model-of.ts";
import { typesWith } from "../../test-utils/types-with.ts";
import { typesOpenapi } from "./types-openapi.ts";

const Base = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };

const Optional = { type: "object", properties: { kind: { type: "string" } } };
const Extended = { allOf: [{ $ref: "#/components/schemas/Optional" }, { properties: { more: {} } }] };
const NeedsA = { required: ["a"] };

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
  [
    "requires a member that another part requires",
    { allOf: [{ properties: { a: { type: "string" } } }, { required: ["a"] }] },
    "{ a: string; };",
  ],
  [
    "requires a member that a referenced part requires",
    { properties: { a: { type: "string" } }, allOf: [{ $ref: "#/components/schemas/NeedsA" }] },
    "{ a: string; } & components",
  ],
  [
    "requires a member of a referenced part if an object without content requires it",
    { allOf: [{ $ref: "#/components/schemas/Optional" }, { type: "object", required: ["kind"] }] },
    'WithRequired<components["schemas"]["Optional"], "kind">;',
  ],
  [
    "requires a member of a part of a referenced part",
    { allOf: [{ $ref: "#/components/schemas/Extended" }], required: ["kind"] },
    'WithRequired<components["schemas"]["Extended"], "kind">;',
  ],
  [
    "omits parts of allOf that do not affect the type",
    { allOf: [{ $ref: "#/components/schemas/Optional" }, { description: "Text.", minProperties: 1 }] },
    'components["schemas"]["Optional"];',
  ],
  [
    "omits alternatives that only require members",
    { properties: { a: {} }, anyOf: [{ required: ["a"] }, { type: "object", required: ["b"] }] },
    "{ a?: unknown; };",
  ],
  [
    "adds named members to the index signature",
    { properties: { a: { type: "integer" }, b: { type: "boolean" } }, additionalProperties: { type: "string" } },
    "{ a?: number; b?: boolean; } & { [key: string]: string | number | boolean; };",
  ],
  [
    "adds named members to the index signature of patterns",
    { properties: { a: { type: "integer" } }, patternProperties: { "^x-": { type: "string" } } },
    "{ a?: number; } & { [key: string]: string | number; };",
  ],
  [
    "keeps an index signature that includes the named members",
    { properties: { a: { type: "string", description: "Text." } }, additionalProperties: { type: "string" } },
    "{ /** @description Text. */ a?: string; } & { [key: string]: string; };",
  ],
  [
    "keeps an index signature of unknown",
    { properties: { a: { type: "string" } }, additionalProperties: {} },
    "{ a?: string; } & { [key: string]: unknown; };",
  ],
  [
    "adds the enum of a named member to an index signature with another enum",
    { properties: { a: { enum: ["x"] } }, additionalProperties: { type: "string", enum: ["y"] } },
    '{ /** @enum {unknown} */ a?: "x"; } & { [key: string]: "y" | "x"; };',
  ],
  ["supports a property named like a keyword", { properties: { title: { type: "null" } } }, "{ title?: null; }"],
])("%s", async (_, schema, type) => {
  const types = await typesWith({ schemas: { Thing: schema, Optional, Extended, NeedsA } });
  // Each object schema becomes a named type.
  expect(types.replace("type Thing = ", "Thing: ")).toContain(`Thing: ${type}`);
});

// Copying each part would give 2^40 copies.
it("does not copy a part for each reference to it", async () => {
  const repeated = Array.from({ length: 40 }, (_, index): [string, Json] => {
    const $ref = `#/components/schemas/Level${index - 1}`;
    return [`Level${index}`, index === 0 ? Optional : { allOf: [{ $ref }, { $ref }], required: ["kind"] }];
  });
  const types = await typesWith({ schemas: Object.fromEntries(repeated) as JsonObject });
  expect(types).toContain('WithRequired<components["schemas"]["Level38"], "kind">');
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

it("types a file in a form as a Blob, and a binary member of JSON as a string", async () => {
  const File = { type: "string", format: "binary", nullable: true };
  const Form = { type: "object", properties: { file: { $ref: "#/components/schemas/File" } } };
  const Item = { type: "object", properties: { data: { type: "string", format: "binary" } } };
  const content = { "multipart/form-data": { schema: { $ref: "#/components/schemas/Form" } } };
  const types = await typesWith({ schemas: { File, Form, Item } }, { requestBody: { content } });
  expect(types).toContain("File: Blob | null;");
  expect(types).toContain("data?: string;");
});

it("does not modify the document", async () => {
  const model = modelOf(
    apiDocument({ schemas: { Base, Thing: { oneOf: [Base], discriminator: { propertyName: "a" } } } }),
  );
  const before = structuredClone(model.document);
  await typesOpenapi.emit(model);
  expect(model.document).toEqual(before);
});
