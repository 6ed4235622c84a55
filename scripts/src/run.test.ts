import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, it } from "vitest";

import { EMITTERS } from "./emit/emitters.ts";
import { run, type RunResult } from "./run.ts";
import { SPEC, specWith } from "./test-utils/documents/spec-text.ts";

const CLIENT = "packages/client/src/generated/operations.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "segment-iam-"));
  await write("spec.yaml", SPEC);
});

afterEach(() => rm(root, { recursive: true }));

it("writes all files in the first run and only changed files in later runs", async () => {
  const paths = EMITTERS.map(({ path }) => path);
  expect(await generate()).toMatchObject({ exitCode: 0, report: { files: paths.length, changed: paths } });
  expect(await generate()).toMatchObject({ exitCode: 0, report: { files: paths.length, changed: [] } });
  await write(CLIENT, "changed");
  expect(await generate()).toMatchObject({ exitCode: 0, report: { changed: [CLIENT] } });
});

it("leaves no temporary files behind", async () => {
  await generate();
  expect((await filesBelow(root)).filter((path) => !/\.(?:ts|md|json)$/.test(path))).toEqual(["spec.yaml"]);
});

it("deletes only obsolete generated files", async () => {
  await write(
    "packages/client/src/generated/old.ts",
    "// @generated from spec.yaml by `pnpm generate`. Do not edit.\n",
  );
  await write("packages/client/src/generated/README.md", "Do not edit.\n");
  expect((await generate()).report.changed).toContain("packages/client/src/generated/old.ts");
  expect(await readdir(join(root, "packages/client/src/generated"))).toEqual([
    "README.md",
    "operations.ts",
    "servers.ts",
  ]);
});

it("shows out-of-date files and writes nothing with `check`", async () => {
  await generate();
  expect(await check()).toMatchObject({ exitCode: 0, report: { changed: [] } });
  await write("spec.yaml", specWith("renameUser", "callUser"));
  const before = await read(CLIENT);
  const { exitCode, message } = await check();
  expect(exitCode).toBe(1);
  expect(message).toContain('-  id: "renameUser",\n+export const callUser');
  expect(message).toContain("Run `pnpm generate --no-cache`");
  expect(await read(CLIENT)).toBe(before);
});

it("shows missing and obsolete files with `check`", async () => {
  await generate();
  await rm(join(root, CLIENT));
  await write("packages/client/src/generated/old.ts", "// @generated from x\n");
  const { exitCode, message } = await check();
  expect(exitCode).toBe(1);
  expect(message).toContain(`+++ ${CLIENT} (generated)`);
  expect(message).toContain("-// @generated from x");
});

it("writes nothing if the document is invalid", async () => {
  await generate();
  const before = await read(CLIENT);
  await write("spec.yaml", specWith("renameUser", "callUser").replace("in: query", "in: header"));
  const { exitCode, message } = await generate();
  expect(exitCode).toBe(1);
  expect(message.replace(root, "")).toMatch(/^\/spec\.yaml:7:11: The parameter .+\nNothing was written\.$/);
  expect(await read(CLIENT)).toBe(before);
});

it("replaces nothing if a file cannot be written", async () => {
  await generate();
  const before = await read(CLIENT);
  await write("spec.yaml", specWith("renameUser", "callUser"));
  await rm(join(root, "packages/msw"), { recursive: true });
  await write("packages/msw", "a file where a directory should be");
  const { exitCode, message, report } = await generate();
  expect(exitCode).toBe(1);
  expect(message).toMatch(/^Cannot write packages\/msw\/src\/generated\/contract\.ts: [^\n]+\. Nothing was written\.$/);
  expect(report.fileError).toBe(message);
  expect(await read(CLIENT)).toBe(before);
  expect((await filesBelow(root)).filter((path) => path.endsWith(".tmp"))).toEqual([]);
});

const generate = (): Promise<RunResult> => run({ spec: join(root, "spec.yaml"), out: root, check: false });
const check = (): Promise<RunResult> => run({ spec: join(root, "spec.yaml"), out: root, check: true });
const read = (path: string): Promise<string> => readFile(join(root, path), "utf8");

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, ".."), { recursive: true });
  await writeFile(join(root, path), text);
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
