import { array, assert, asyncProperty, pre } from "fast-check";
import { describe, expect, it } from "vitest";

import { createFormat } from "../format.ts";
import { parse } from "../load.ts";
import type { Model } from "../model/model.ts";
import { readModel } from "../drop-unsupported/read-model.ts";
import { SpecErrors } from "../spec/spec-error.ts";
import { apiDocument, objectOf } from "../test-utils/documents/api-document.ts";
import { documentOfPaths } from "../test-utils/documents/document-of-paths.ts";
import { documentOf, type DocumentShape } from "../test-utils/hostile/document-of.ts";
import { hostileText } from "../test-utils/hostile/hostile-text.ts";
import { createBenignTexts, createHostileTexts } from "../test-utils/hostile/texts.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { renderMarkdown, tagsIn } from "../test-utils/render-markdown.ts";
import { reference } from "./reference.ts";

const format = await createFormat();

async function pageOf(model: Model): Promise<string> {
  return format(reference.path, await reference.emit(model));
}

describe("the reference", () => {
  it("describes each operation", async () => {
    const page = await pageOf(
      modelOf(
        apiDocument({
          input: {
            "size!": { type: "integer", minimum: 2, maximum: 9 },
            label: { type: "string", "x-name": "title" },
            color: { type: "string", default: "red" },
          },
          output: { "made!": { type: "boolean", description: "Whether it was created." } },
          operation: {
            summary: "Make a thing",
            "x-rate-limit": { requests: 3, windowSeconds: 5 },
            "x-audit-events": ["Thing Made"],
          },
        }),
      ),
    );
    for (const part of [
      "## `makeThing`\n\n`POST /things`: Make a thing\n",
      "- Rate limit: 3 requests per 5 seconds\n- Audit events: `Thing Made`\n",
      "- `size` (`integer`, required, in the body, `minimum: 2`, `maximum: 9`)\n",
      "- `title` (`string`, in the body as `label`)\n",
      '- `color` (`string`, in the body, default `"red"`)\n',
      "**Output**: `object`, with status 200.\n\n- `made` (`boolean`, required): Whether it was created.\n",
      "**Errors**: none documented\n",
      "const data = await makeThing(iam, { size: 2 });\n",
      "**Hooks**: `useMakeThing`\n\n**Query functions**: `makeThingMutationOptions`\n",
    ]) {
      expect(page).toContain(part);
    }
  });

  it("names the parameters of invalidated reads, and those of the write if they differ", async () => {
    const lines = ["GET /a/{aId}/b/{id}/c getC", "GET /a listA", "PUT /a/{aId}/b/{bId} putB"];
    const page = await pageOf(modelOf(documentOfPaths(lines)));
    expect(page).toContain(
      "- Invalidates: [`getC`](#getc) with the same `aId` and `id` (here `bId`), [`listA`](#lista)\n",
    );
  });

  it("prefers the description, default and bounds beside a reference to those of its target", async () => {
    const reference = { $ref: "#/components/schemas/Code" };
    const page = await pageOf(
      modelOf(
        apiDocument({
          input: {
            first: { ...reference, description: "The first.", default: "b", deprecated: true },
            second: { ...reference, description: "The second.", default: "c", maxLength: 3 },
          },
          schemas: { Code: { type: "string", description: "A code.", default: "a", maxLength: 9 } },
        }),
      ),
    );
    expect(page).toContain('- `first` (`Code`, in the body, `maxLength: 9`, default `"b"`, deprecated): The first.\n');
    expect(page).toContain('- `second` (`string`, in the body, `maxLength: 3`, default `"c"`): The second.\n');
  });

  it("omits read-only members from inputs and write-only members from outputs", async () => {
    const key = { "id!": { type: "string", readOnly: true }, "secret!": { type: "string", writeOnly: true } };
    const page = await pageOf(modelOf(apiDocument({ input: { "key!": objectOf(key) }, output: key })));
    expect(page).toContain('makeThing(iam, { key: { secret: "text" } });');
    expect(page).toContain("with status 200.\n\n- `id` (`string`, required)\n\n**Errors**");
  });

  it("documents a shared error once and other errors with their operation", async () => {
    const gone = { "404": { $ref: "#/components/responses/Gone" } };
    const full = {
      description: "Full.",
      content: { "application/json": { schema: {}, example: { errors: [{ type: "full" }] } } },
    };
    const text = apiDocument({
      operation: {
        responses: { "204": { description: "Created." }, "409": full, ...gone, default: { description: "Other." } },
      },
      paths: {
        "/things/{id}": { delete: { operationId: "errors", parameters: [ID], responses: { "204": {}, ...gone } } },
      },
    });
    const document = JSON.parse(text) as { components: object };
    Object.assign(document.components, { responses: { Gone: { description: "Gone." } } });
    const page = await pageOf(modelOf(JSON.stringify(document)));
    expect(page).toContain(
      '**Errors**: [`404`](#404)\n\n`409`: Full.\n\n```json\n{ "errors": [{ "type": "full" }] }\n```\n',
    );
    expect(page).toContain("`default`: Other.\n");
    expect(page.match(/Gone\./g)).toHaveLength(1);
    // An operation can have the same name as a heading of the page.
    expect(page).toContain("[`errors`](#errors)");
  });
});

const ID = { name: "id", in: "path", required: true, schema: { type: "string" } };

const SHAPES: readonly DocumentShape[] = (["data", "unwrapped", "page", "empty", "several"] as const).map(
  (response) => ({
    version: "3.1.0",
    operations: [
      { method: "get", inPath: true, inQuery: 2, inHeader: true, body: "none", response, deprecated: true },
      { method: "post", inPath: false, inQuery: 1, inHeader: false, body: "members", response, deprecated: false },
    ],
    schemas: ["object", "text", "oneOf", "recursive", "allOf", "freeForm"],
  }),
);

describe("the reference of a hostile document", () => {
  it.each(SHAPES.map((shape) => [shape.operations[0]?.response, shape] as const))(
    "has the same structure as that of a benign document (%s response)",
    async (_, shape) => {
      await assert(
        asyncProperty(array(hostileText, { minLength: 1, maxLength: 30 }), async (texts) => {
          const page = await pageOf(hostileModel(shape, texts));
          expect(await format(reference.path, page)).toBe(page);
          const tags = tagsIn(renderMarkdown(page));
          const count = (expected: string) => tags.filter((tag) => tag === expected).length;
          expect(HTML).toEqual(expect.arrayContaining(tags.map((tag) => tag.replace(/^<\/?(\w+).*>$/s, "$1"))));
          expect(tags.filter((tag) => /^<h\d/.test(tag))).toEqual(["<h1>", "<h2>", "<h2>"]);
          expect(['<a href="#first">', '<a href="#second">']).toEqual(
            expect.arrayContaining(tags.filter((tag) => tag.startsWith("<a"))),
          );
          expect([count("<tr>"), count("<td>"), count('<code class="language-ts">')]).toEqual([3, 6, 2]);
        }),
        { numRuns: 30 },
      );
    },
  );
});

/** The HTML elements of a reference. */
const HTML = "h1 h2 p code strong ul li pre a table thead tbody tr th td".split(" ");

/** Builds the model of a hostile document. Its schema names are benign, because validation would reject most hostile ones. */
function hostileModel(shape: DocumentShape, texts: readonly string[]): Model {
  const [benign, hostile] = [createBenignTexts(), createHostileTexts(texts, ["first", "second"])];
  const document = documentOf(shape, (use) => (use === "schema" ? benign(use) : hostile(use)));
  try {
    return readModel(parse(JSON.stringify(document), "spec.json")).model;
  } catch (error) {
    pre(!(error instanceof SpecErrors));
    throw error;
  }
}
