import { expect, it } from "vitest";

import type { Json, JsonObject } from "../../spec/json.ts";
import { apiDocument } from "../../test-utils/documents/api-document.ts";
import { modelOf } from "../../test-utils/model-of.ts";
import { typesOperations, typesSchemas } from "./types-emitters.ts";
import { typesOpenapi } from "./types-openapi.ts";

const text = { type: "string" };

/** Emits the types of a document with the given schemas, each file on one line. */
async function emitTypes(schemas: Json, output: JsonObject = {}) {
  const document = { ...(JSON.parse(apiDocument({ output })) as object), components: { schemas } };
  const model = modelOf(JSON.stringify(document));
  const files = await Promise.all([typesOpenapi, typesSchemas, typesOperations].map((emitter) => emitter.emit(model)));
  const [openapi = "", named = "", operations = ""] = files.map((file) => file.replaceAll(/\s+/g, " "));
  return { openapi, named, operations };
}

it("declares an object type under its name, with its description, and exports it", async () => {
  const { openapi, named } = await emitTypes({
    User: { type: "object", description: "A person. */", properties: { id: text } },
  });
  expect(openapi).toContain("User: User;");
  expect(openapi).toMatch(/\/\*\* A person\. \*\S+ \*\/ export type User = \{ id\?: string; \}/);
  expect(named).toContain('export type { User } from "./openapi.ts"');
  expect(named).not.toContain("components");
});

it.each<[string, Json]>([
  ["a list", { type: "array", items: text }],
  ["a union", { oneOf: [text, { type: "integer" }] }],
  ["an object with members for responses only", { type: "object", properties: { id: { ...text, readOnly: true } } }],
])("leaves %s a member of the components", async (_case, Thing) => {
  const { openapi, named } = await emitTypes({ Thing }, { "thing!": { $ref: "#/components/schemas/Thing" } });
  expect(openapi).not.toContain("type Thing =");
  expect(named).toMatch(/export type Thing = (Readable<)?components\["schemas"\]\["Thing"\]/);
});

it.each(["Record", "Blob", "Date"])("declares no type whose name the types use otherwise: %s", async (name) => {
  const { openapi, named } = await emitTypes({
    [name]: { type: "object", properties: { id: text } },
    Empty: { type: "object", additionalProperties: false },
    File: { type: "object", properties: { content: { type: "string", format: "binary" } } },
  });
  const isUsed = new RegExp(`\\b${name}[;<]`).test(openapi.replace(`${name}: ${name};`, ""));
  expect(openapi.includes(`export type ${name} =`)).toBe(!isUsed);
  expect(named).toMatch(new RegExp(`\\b${name}\\b`));
});

it("gives the result of an operation its own name if it is an object", async () => {
  const schemas = { Thing: { type: "object", properties: { id: text } } };
  const document = JSON.parse(apiDocument({ output: {} })) as object;
  const result = { type: "object", properties: { data: { $ref: "#/components/schemas/Thing" } } };
  const responses = { 200: { description: "Done", content: { "application/json": { schema: result } } } };
  const operation = { operationId: "getThing", responses };
  const model = modelOf(JSON.stringify({ ...document, paths: { "/t": { get: operation } }, components: { schemas } }));
  expect(await typesOperations.emit(model)).toContain("export interface GetThingData extends S.Thing {}");
});
