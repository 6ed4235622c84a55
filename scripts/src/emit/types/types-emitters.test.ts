import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { generate } from "../../generate.ts";
import { parse } from "../../load.ts";
import { REPOSITORY } from "../../repository.ts";
import { SPEC } from "../../test-utils/documents/spec-text.ts";

const FEATURES = readFileSync(join(REPOSITORY, "scripts/fixtures/features-3.1.yaml"), "utf8");

async function generateJson(spec: string): Promise<{ document: unknown; schemas: { $defs: Record<string, unknown> } }> {
  const files = await generate(parse(spec, "spec.yaml"));
  const read = (name: string) => JSON.parse(files.get(`packages/types/src/generated/${name}.json`) ?? "");
  return { document: read("openapi"), schemas: read("json-schemas") };
}

it("emits the document as JSON", async () => {
  expect((await generateJson(SPEC)).document).toEqual(parse(SPEC, "spec.yaml").document);
});

it("refers only to definitions of the same file", async () => {
  const { $defs } = (await generateJson(FEATURES)).schemas;
  const references = Array.from(JSON.stringify($defs).matchAll(/"\$ref":"([^"]*)"/g), ([, target = ""]) => target);
  expect(references).not.toEqual([]);
  expect(references.filter((target) => !(target.replace("#/$defs/", "") in $defs))).toEqual([]);
});

it("has a definition for responses and one for requests if they differ", async () => {
  const members = { id: { type: "string", readOnly: true }, secret: { type: "string", writeOnly: true } };
  const user = { type: "object", required: ["id", "secret"], properties: members };
  const document = parse(SPEC, "spec.yaml").document as { components: { schemas: Record<string, object> } };
  document.components.schemas["User"] = user;
  const { $defs } = (await generateJson(JSON.stringify(document))).schemas;
  expect($defs).toMatchObject({ User: { required: ["id"] }, UserWritable: { required: ["secret"] } });
});
