import { expect, it } from "vitest";

import { createFormat } from "../../format.ts";
import { load } from "../../load.ts";
import { readModel } from "../../drop-unsupported/read-model.ts";
import { REPOSITORY } from "../../repository.ts";
import type { Json } from "../../spec/json.ts";
import type { OpenApiDocument } from "../../spec/openapi.ts";
import { openapiTypescriptTypes } from "../../testing/openapi-typescript-types.ts";
import { inOurWords, tokensOf } from "../../testing/type-tokens.ts";
import { printDocument } from "./print-document.ts";

it.each(["spec/iam-users.yaml", "scripts/fixtures/features-3.0.yaml", "scripts/fixtures/features-3.1.yaml"])(
  "writes the types of %s as openapi-typescript does, to the letter",
  async (file) => {
    const { document } = readModel(await load(`${REPOSITORY}/${file}`, file)).model;
    const format = await createFormat();
    const expected = await format("types.ts", inOurWords(openapiTypescriptTypes(document)));
    expect(await format("types.ts", printDocument(document))).toBe(expected);
  },
);

it.each<[string, Json, string]>([
  ["lets an object of which nothing is said have any members", { type: "object" }, "{ [key: string]: unknown; }"],
  [
    "leaves an object alone that says it has none",
    { type: "object", additionalProperties: false },
    "Record<string, never>",
  ],
  ["takes no member for required that is not there", { allOf: [ref("Other")], required: ["constructor"] }, other()],
  [
    "makes members of others required",
    { allOf: [ref("Other"), { type: "null" }], required: ["a"] },
    `WithRequired<${other()}, "a"> & null`,
  ],
  [
    "takes a member named like prose for a member",
    { properties: { title: { title: "@a" } } },
    String.raw`{ /** \@a */ title?: unknown; }`,
  ],
  [
    "leaves a text a text",
    { enum: ["*/", "</script>", "\u2028"] },
    String.raw`/** @enum {unknown} */ "*\/" | "<\/script>" | "\u2028"`,
  ],
])("%s", (_, schema, type) => {
  const code = printDocument(documentWith({ schemas: { Thing: schema, Other: { properties: { a: {} } } } }));
  expect(tokensOf(code).join(" ")).toContain(tokensOf(sample(type)).join(" "));
});

it("takes the place of an alternative for no value of a discriminator", () => {
  const Base = { type: "object", properties: { kind: { type: "string" } }, discriminator: { propertyName: "kind" } };
  const code = printDocument(documentWith({ schemas: { Base, Thing: { anyOf: [{ allOf: [ref("Base")] }] } } }));
  expect(code).toContain('Thing: Omit<components["schemas"]["Base"], "kind">;');
});

it("makes prose harmless", () => {
  const code = printDocument(documentWith({ schemas: { Thing: { description: "*/ @ts-ignore\u2028}" } } }));
  expect(code).toContain(String.raw`@description *\/ \@ts-ignore`);
  expect(code).not.toContain("\u2028");
});

it("refers to components that are references", () => {
  const parameters = {
    Some: { name: "a", in: "query", schema: { type: "number" } },
    Same: { $ref: "#/components/parameters/Some" },
  };
  expect(printDocument(documentWith({ parameters }))).toContain('Same: components["parameters"]["Some"];');
});

function documentWith(components: Json): OpenApiDocument {
  return { openapi: "3.1.0", paths: {}, components } as unknown as OpenApiDocument;
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function other(): string {
  return 'components["schemas"]["Other"]';
}

/** A member of the type, with the comment before it. */
function sample(type: string): string {
  return type.startsWith("/**") ? type.replace("*/ ", "*/ Thing: ") + ";" : `Thing: ${type};`;
}
