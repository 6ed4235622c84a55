import { expect, it } from "vitest";

import type { Json } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import { documentForTypes } from "./document-for-types.ts";

/** What becomes of a schema. */
function copyOf(schema: Json): unknown {
  const document = { openapi: "3.1.0", paths: {}, components: { schemas: { Thing: schema } } };
  return documentForTypes(document as unknown as OpenApiDocument);
}

it.each<[string, Json, unknown]>([
  ["lets an object of which nothing is said have any members", { type: "object" }, { additionalProperties: true }],
  ["leaves an object alone that says it has none", { type: "object", additionalProperties: false }, {}],
  ["makes prose harmless", { description: "*/ @ts-ignore" }, { description: String.raw`*\/ \@ts-ignore` }],
  [
    "keeps data from looking like a schema",
    { default: { discriminator: 1 } },
    { default: '{\n  "discriminator": 1\n}' },
  ],
  ["takes a member named like prose for a member", { properties: { title: { title: "@a" } } }, {}],
  [
    "gives discriminators references",
    { discriminator: { propertyName: "kind", mapping: { a: "a/b", c: "#/components/schemas/C" } } },
    { discriminator: { mapping: { a: "#/components/schemas/a~1b", c: "#/components/schemas/C" } } },
  ],
])("%s", (_, schema, copy) => {
  expect(copyOf(schema)).toMatchObject({ components: { schemas: { Thing: copy } } });
});

it("has nothing that says nothing about types, and operations by the names of their functions", () => {
  const paths = { "/a": { get: { operationId: "a/b", tags: ["x"], security: [], "x-y": 1, responses: {} } } };
  const document = { openapi: "3.1.0", info: {}, paths, webhooks: {}, components: { securitySchemes: {} } };
  expect(documentForTypes(document as unknown as OpenApiDocument)).toEqual({
    openapi: "3.1.0",
    paths: { "/a": { get: { operationId: "aB", responses: {} } } },
    components: {},
  });
});
