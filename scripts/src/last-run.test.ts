import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, it } from "vitest";

import { recall, remember } from "./last-run.ts";
import type { RunOptions, RunReport } from "./run-report.ts";

const PATH = "packages/a/src/generated/b.ts";
const report: RunReport = {
  spec: "spec.yaml",
  files: 1,
  changed: [PATH],
  operations: 1,
  schemas: 0,
  warnings: [],
  durationMs: 900,
};

let options: RunOptions;

beforeEach(async () => {
  const out = await mkdtemp(join(tmpdir(), "last-run-"));
  options = { spec: join(out, "spec.yaml"), out, check: false };
  await mkdir(join(out, "packages/a/src/generated"), { recursive: true });
  await writeFile(options.spec, "openapi: 3.1.0");
  await writeFile(join(out, PATH), "export {};");
  await remember(options, { files: new Map([[PATH, "export {};"]]), warned: "Warning: odd.\n" }, report);
});

afterEach(() => rm(options.out, { recursive: true }));

it("knows a run that would do the same, and says that it changed nothing", async () => {
  expect(await recall(options)).toMatchObject({
    exitCode: 0,
    message: "Warning: odd.\n1 files generated, 0 changed.",
    report: { changed: [], operations: 1 },
  });
  expect(await recall({ ...options, check: true })).toMatchObject({
    message: "Warning: odd.\n1 files are up to date.",
  });
});

it.each([
  ["the document changed", () => writeFile(options.spec, "openapi: 3.1.1")],
  ["a generated file changed", () => writeFile(join(options.out, PATH), "export {}")],
  ["a generated file is gone", () => rm(join(options.out, PATH))],
  ["a file is left over", () => writeFile(join(options.out, "packages/a/src/generated/c.ts"), "")],
])("knows nothing when %s", async (_, change) => {
  await change();
  expect(await recall(options)).toBeUndefined();
});

it.each([
  ["another mode", { skipUnsupported: true }],
  ["another document", { spec: "other.yaml" }],
])("knows nothing of %s", async (_, other) => {
  expect(await recall({ ...options, ...other })).toBeUndefined();
});
