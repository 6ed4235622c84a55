import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, expect, it } from "vitest";

import { generateFrom } from "./generate.ts";
import { load, parse } from "./load.ts";
import type { Model } from "./model/model.ts";
import { readModel } from "./prune/read-model.ts";
import { REPOSITORY } from "./repository.ts";
import { isObject, type JsonObject } from "./spec/json.ts";
import { loadPackages, sampleInput } from "./testing/emitted-packages.ts";
import { layOut, typeCheck } from "./testing/emitted-workspace.ts";
import { multiplyDocument } from "./testing/multiply-document.ts";
import { serveFetch } from "./testing/serve-fetch.ts";

/** As many as the whole of Segment's Public API has. */
const OPERATIONS = 200;
const SCHEMAS = 600;

let directory: string;
let model: Model;

beforeAll(async () => {
  const { document } = await load(join(REPOSITORY, "scripts/fixtures/features-3.0.yaml"), "features-3.0.yaml");
  const large = withSchemas(multiplyDocument(document, 8), SCHEMAS);
  ({ model } = readModel(parse(JSON.stringify(large), "large.json")));
  directory = await mkdtemp(join(tmpdir(), "segment-iam-size-"));
  await layOut(directory, await generateFrom(model));
}, 60_000);

afterAll(() => rm(directory, { recursive: true }));

it(`generates ${OPERATIONS} operations and ${SCHEMAS} schemas that type-check`, { timeout: 60_000 }, async () => {
  expect(model.operations.length).toBeGreaterThanOrEqual(OPERATIONS);
  expect(model.schemas.length).toBeGreaterThanOrEqual(SCHEMAS);
  expect(await typeCheck(directory)).toBe("");
});

it.each(["client", "react"])("builds the package %s", { timeout: 60_000 }, async (name) => {
  const cwd = join(directory, "packages", name);
  const { stdout } = await promisify(execFile)(join(cwd, "node_modules/.bin/tsdown"), ["--no-clean"], { cwd });
  expect(stdout).toContain("Build complete");
});

it("answers a call of every operation", { timeout: 60_000 }, async () => {
  const packages = await loadPackages(directory);
  const { contract, operations, createMockApi, createIamClient } = packages;
  const api = createMockApi(contract, () => undefined, {});
  const server = await serveFetch((request) => api.answer(request));
  const client = createIamClient({ token: "any", baseUrl: server.url });
  const calls = Object.values(contract.operations).map(async (described) =>
    operations[described.id]?.(client, sampleInput(packages, described, false)),
  );
  const failed = (await Promise.allSettled(calls)).filter(({ status }) => status === "rejected");
  expect(failed).toEqual([]);
  server.close();
});

function withSchemas(document: JsonObject, count: number): JsonObject {
  const components = isObject(document["components"] ?? null) ? (document["components"] as JsonObject) : {};
  const schemas = { ...(components["schemas"] as JsonObject) };
  for (let index = Object.keys(schemas).length; index < count; index += 1) {
    schemas[`Filler${index}`] = {
      type: "object",
      properties: { name: { type: "string" }, next: { $ref: `#/components/schemas/Filler${count - 1}` } },
    };
  }
  return { ...document, components: { ...components, schemas } };
}
