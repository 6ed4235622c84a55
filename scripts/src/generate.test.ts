import { array, assert, asyncProperty, constantFrom } from "fast-check";
import { describe, expect, it } from "vitest";

import { generate } from "./generate.ts";
import { parse } from "./load.ts";
import type { Json } from "./spec/json.ts";
import { skeletonOf } from "./testing/skeleton.ts";
import { SPEC } from "./testing/spec-text.ts";

const filesOf = (text: string) => generate(parse(text, "spec.yaml"));

describe("generate", () => {
  it("gives the same for the same document", async () => {
    expect(await filesOf(SPEC)).toEqual(await filesOf(SPEC));
  });

  it("gives the same for the same document in JSON", async () => {
    const { document } = parse(SPEC, "spec.yaml");
    expect(await filesOf(JSON.stringify(document))).toEqual(await filesOf(SPEC));
  });

  it("marks every file as generated", async () => {
    for (const code of (await filesOf(SPEC)).values()) {
      expect(code).toMatch(/^\/\/ @generated from spec\.yaml by `pnpm generate`\. Do not edit\.\n\n/);
    }
  });

  it("describes each operation for the client", async () => {
    const code = (await filesOf(SPEC)).get("packages/client/src/generated/operations.ts");
    expect(code).toContain(`
/** \`PUT /users/{userId}\` */
export const renameUser: Operation<"renameUser"> = /* @__PURE__ */ operation({
  id: "renameUser",
  method: "PUT",
  path: "/users/{userId}",
  body: true,
  empty: true,
  stale: { listUsers: [] },
});
`);
  });

  it("writes the types of each operation", async () => {
    const code = (await filesOf(SPEC)).get("packages/types/src/generated/operations.ts");
    expect(code).toContain(`
export interface OperationTypes {
  listUsers: { input: ListUsersInput; data: ListUsersData; item: S.User };
  renameUser: { input: RenameUserInput; data: RenameUserData };
}
`);
    expect(code).toContain("export type BulkOperationId = never;");
  });
});

describe("a hostile document", () => {
  const pieces = [
    "*/",
    "/*",
    "//",
    "`",
    "${x}",
    '"',
    "'",
    "\\",
    "\n",
    "\u2028",
    "</script>",
    "@ts-ignore",
    "};alert(1);{",
    "é",
  ];
  const hostile = array(constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));

  it("gives the same program with other data", async () => {
    const harmless = await filesOf(documentWith("text"));
    await assert(
      asyncProperty(hostile, async (text) => {
        const files = await filesOf(documentWith(text));
        expect([...files.values()].map(skeletonOf)).toEqual([...harmless.values()].map(skeletonOf));
      }),
      { numRuns: 50 },
    );
  });
});

/** A document with `text` wherever a document can hold any text. */
function documentWith(text: string): string {
  const name = `name ${text}`;
  const path = `/a-${text.replace(/[\s{}?#]/g, "")}/{${name.replace(/[{}]/g, "")}}`;
  const prose = { title: text, summary: text, description: text };
  const data = { default: text, example: text, examples: [text], format: text };
  const schema: Json = { type: "string", enum: [text, "b"], ...prose, ...data };
  const object: Json = {
    type: "object",
    properties: { [name]: schema, b: { const: text } },
    required: [name],
    ...prose,
  };
  const parameter = (member: string, location: string): Json => ({
    name: member,
    in: location,
    required: true,
    schema,
    ...prose,
  });
  const answer = { type: "object", properties: { data: object } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { ...prose, version: text },
    tags: [{ name: text }],
    paths: {
      [path]: {
        ...prose,
        post: {
          operationId: "doIt",
          tags: [text],
          ...prose,
          parameters: [parameter(name.replace(/[{}]/g, ""), "path"), parameter(`q ${text}`, "query")],
          requestBody: {
            description: text,
            content: {
              [`application/x${text.replace(/[\s;]/g, "")}+json`]: {
                schema: { ...object, properties: { [`m ${text}`]: schema } },
              },
            },
          },
          responses: {
            "201": {
              ...prose,
              headers: { [name]: { ...prose, schema } },
              content: { "application/json": { schema: answer } },
            },
          },
          "x-audit-events": [text],
        },
      },
    },
    components: { schemas: { Thing: object, List: { type: "array", items: { $ref: "#/components/schemas/Thing" } } } },
  });
}
