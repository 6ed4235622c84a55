import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { serve } from "@segment-iam/test-utils/serve";
import { expect, it } from "vitest";

import { EMITTERS } from "./emit/emitters.ts";
import { generate } from "./generate.ts";
import { parse } from "./load.ts";
import { REPOSITORY } from "./repository.ts";
import { SpecErrors } from "./spec/spec-error.ts";
import { documentOf, type DocumentShape } from "./test-utils/hostile/document-of.ts";
import { createBenignTexts, type TextKind } from "./test-utils/hostile/texts.ts";
import { messagesOf } from "./test-utils/messages-of.ts";
import { specWith } from "./test-utils/documents/spec-text.ts";

const SHAPE: DocumentShape = {
  version: "3.1.0",
  operations: [
    {
      method: "post",
      inPath: true,
      inQuery: 2,
      inHeader: true,
      body: "members",
      response: "several",
      deprecated: true,
    },
    { method: "get", inPath: false, inQuery: 1, inHeader: false, body: "none", response: "page", deprecated: false },
  ],
  schemas: ["object", "text", "oneOf", "recursive", "allOf", "freeForm", "elsewhere"],
};

const LONG = "x".repeat(100_000);

it.each<TextKind>(["prose", "name", "value", "header", "segment", "parameter", "schema", "id", "subtype", "pattern"])(
  "generates all files with a 100 kB text in each %s",
  async (longKind) => {
    const benign = createBenignTexts();
    const document = documentOf(SHAPE, (kind) => `${benign(kind)}${kind === longKind ? LONG : ""}`);
    const files = await generate(parse(JSON.stringify(document), "spec.json"));
    expect([...files.keys()]).toEqual(EMITTERS.map(({ path }) => path));
  },
);

it("converts a long name without catastrophic backtracking", () => {
  const id = `${"a-".repeat(50_000)}(`;
  expect(messagesOf(specWith("renameUser", id))).toEqual([]);
});

it("sends no request and opens no file for a reference", async () => {
  let hits = 0;
  await using server = await serve((_, response) => {
    hits += 1;
    response.end('{"type":"object"}');
  });
  const host = server.url.replace("http:", "");
  const references = [
    `${server.url}/x.json`,
    `${host}/x.json`,
    "file:///etc/passwd",
    "../../../etc/passwd",
    "./spec.yaml#/x",
  ];
  for (const reference of references) {
    const text = specWith('"#/components/schemas/PaginationInput"', JSON.stringify(reference));
    expect(messagesOf(text).join()).toContain("points outside of the document");
    const mapping = `oneOf: [{ $ref: '#/components/schemas/User' }], discriminator: { propertyName: id, mapping: { a: ${JSON.stringify(reference)} } }`;
    expect(messagesOf(specWith("type: object, required: [count]", mapping)).join()).toContain(
      "outside of the document",
    );
  }
  expect(hits).toBe(0);
});

it("writes only the generated files", async () => {
  const directory = await mkdtemp(join(tmpdir(), "segment-iam-hostile-"));
  const out = join(directory, "a/b/out");
  const spec = join(directory, "spec.json");
  const benign = createBenignTexts();
  const climbing = (kind: TextKind): string =>
    `${benign(kind)}${kind === "id" ? "/../../../escaped" : "../../../escaped"}`;
  await mkdir(out, { recursive: true });
  await writeFile(
    spec,
    JSON.stringify(documentOf(SHAPE, (kind) => climbing(kind).replace(/[/{}]/g, kind === "id" ? "-" : ""))),
  );
  // Node's permission model allows writes to these directories only, and no child processes.
  const allowed = [out, join(REPOSITORY, "node_modules/.cache")].map((path) => `--allow-fs-write=${path}`);
  const options = ["--permission", "--allow-fs-read=*", ...allowed, "--allow-addons", "--allow-worker"];
  const cli = join(REPOSITORY, "scripts/src/cli.ts");
  await promisify(execFile)(process.execPath, [...options, cli, "--spec", spec, "--out", out]);
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  expect(files.toSorted()).toEqual([...EMITTERS.map(({ path }) => join(out, path)), spec].toSorted());
  await rm(directory, { recursive: true });
});

it.each([
  ["a schema nested too deeply for the stack", deeplyNested(100_000)],
  ["a schema nested 300 times", deeplyNested(300)],
])("rejects %s", (_, text) => {
  expect(() => parse(text, "spec.json")).toThrow(SpecErrors);
});

function deeplyNested(depth: number): string {
  const schema = `${'{"items":'.repeat(depth)}{}${"}".repeat(depth)}`;
  return `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"Deep":${schema}}}}`;
}
