import { expect, it } from "vitest";

import type { Json } from "../spec/json.ts";
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
