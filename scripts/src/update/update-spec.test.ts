import { rmSync } from "node:fs";
import { join } from "node:path";

import { parseChangesetFile } from "@changesets/parse";
import { expect, it } from "vitest";

import { parse } from "../load.ts";
import { SpecErrors } from "../spec/spec-error.ts";
import { SPEC, specWith } from "../test-utils/documents/spec-text.ts";
import { createSpecRepository } from "../test-utils/spec-repository.ts";
import type { TemporaryTree } from "../test-utils/temporary-tree.ts";
import { formatUpdate, SPEC_PATH, updateSpec, type UpdateOptions } from "./update-spec.ts";

const CLIENT = "packages/client/src/generated/operations.ts";
const NEWER = `# Kept.\n${specWith("operationId: renameUser", "operationId: callUser")
  .replace("required: [id]", "required: [id, email]")
  .replace("id: { type: string } }", "id: { type: string }, email: { type: string } }")}`;

/** Creates an up-to-date repository, and a newer document beside it. */
async function createRepository(newer: string): Promise<TemporaryTree & { file: string }> {
  const tree = await createSpecRepository({ "newer.json": newer });
  return Object.assign(tree, { file: join(tree.root, "newer.json") });
}

/** Updates the document and returns the text of the command. */
async function update(options: UpdateOptions): Promise<string> {
  return formatUpdate(await updateSpec(options), options.dryRun);
}

it("replaces the document, generates the code and adds a changeset", async () => {
  using tree = await createRepository(NEWER);
  const text = await update({ root: tree.root, file: tree.file, dryRun: false });
  const files = tree.read();
  expect(files[SPEC_PATH]).toContain("# Kept.\n");
  expect(files[CLIENT]).toContain('operation({\n  id: "callUser"');
  expect(files[CLIENT]).toMatch(/^\/\/ @generated from spec\/iam-users\.yaml/);

  const path = Object.keys(files).find((name) => name.startsWith(".changeset/"));
  expect(parseChangesetFile(files[path ?? ""] ?? "")).toEqual({
    releases: ["types", "client", "react", "msw"].map((name) => ({ name: `@segment-iam/${name}`, type: "major" })),
    summary: expect.stringContaining("- `renameUser`: operation renamed: `renameUser` -> `callUser` (a guess)"),
  });
  expect(text).toContain("Minor\n  User.email (output of listUsers): required property added\n");
  expect(text.slice(text.indexOf("Review"), text.indexOf("Wrote"))).toBe(`Review
  - Breaking changes: 1, listed above
  - packages/msw/src/resolvers/index.ts: rename renameUser to callUser
  - Guessed renames to confirm: renameUser (renameUser -> callUser)
  - New operations without a mock resolver (the mock returns samples): callUser

`);
  expect(text).toContain(`  ${CLIENT}\n`);
  expect(await update({ root: tree.root, file: tree.file, dryRun: false })).toBe(`${SPEC_PATH} is already up to date.`);
});

it("stores JSON as equivalent YAML", async () => {
  using tree = await createRepository(JSON.stringify(parse(NEWER, "x").document));
  await updateSpec({ root: tree.root, file: tree.file, dryRun: false });
  const stored = tree.read()[SPEC_PATH] ?? "";
  expect(stored).toMatch(/^openapi: 3\.1\.0\npaths:\n {2}\/users:\n/);
  expect(parse(stored, "x").document).toEqual(parse(NEWER, "x").document);
});

it("reports changes and writes nothing in a dry run", async () => {
  using tree = await createRepository(NEWER);
  const before = tree.read();
  const text = await update({ root: tree.root, file: tree.file, dryRun: true });
  expect(tree.read()).toEqual(before);
  expect(text).toContain("Would write\n  spec/iam-users.yaml\n");
});

it.each([
  ["is not YAML", "openapi: ["],
  ["has an invalid reference", specWith("schemas/User", "schemas/Usr")],
  ["has an unsupported parameter", specWith("in: query", "in: nowhere")],
])("writes nothing if the newer document %s", async (_, newer) => {
  using tree = await createRepository(newer);
  const before = tree.read();
  const call = updateSpec({ root: tree.root, file: tree.file, dryRun: false });
  await expect(call).rejects.toThrow(SpecErrors);
  await expect(call).rejects.toThrow(/newer\.json:\d+:\d+: /);
  expect(tree.read()).toEqual(before);
});

it("writes nothing if a file cannot be written", async () => {
  using tree = await createRepository(NEWER);
  rmSync(join(tree.root, "packages/react"), { recursive: true });
  tree.write("packages/react", "A file where a directory should be");
  const before = tree.read();
  const call = updateSpec({ root: tree.root, file: tree.file, dryRun: false });
  await expect(call).rejects.toThrow(/^Cannot write packages\/react\/[^\n]+ Nothing was written\.$/);
  expect(tree.read()).toEqual(before);
});

it("lists tightened constraints as breaking for callers, and parts that no rule covers", async () => {
  const newer = specWith(
    "properties: { name: { type: string } }",
    "properties: { name: { type: string, maxLength: 9 } }",
  ).replace("operationId: listUsers", "operationId: listUsers\n      externalDocs: {}");
  using tree = await createRepository(newer);
  const text = await update({ root: tree.root, file: tree.file, dryRun: true });
  expect(text).toContain("renameUser.name (input): constraint tightened: none -> maxLength 9 (the mock rejects");
  expect(text).toMatch(/@segment-iam\/msw +minor .*constraint tightened/);
  expect(text).toMatch(/@segment-iam\/client +patch /);
  expect(text.slice(text.indexOf("Review"), text.indexOf("Would write"))).toBe(`Review
  - Breaking for callers (the API rejects values that it accepted before): renameUser.name (none -> maxLength 9)
  - Parts of the document that no rule covers: /paths/~1users/get/externalDocs

`);
});

it("lists removed rate limits if the newer document lacks the x- keys", async () => {
  const limited = specWith(
    "operationId: renameUser",
    "operationId: renameUser\n      x-rate-limit: { requests: 9, windowSeconds: 60 }",
  );
  using tree = await createRepository(limited);
  await updateSpec({ root: tree.root, file: tree.file, dryRun: false });
  tree.write("newer.json", SPEC);
  const text = await update({ root: tree.root, file: tree.file, dryRun: true });
  expect(text).toContain("  - Removed rate limits: renameUser (9 requests in 60 s)\n");
});

it("lists removed x-name keys", async () => {
  using tree = await createRepository(SPEC);
  const named = specWith("operationId: renameUser", "operationId: renameUser\n      x-name: callUser");
  tree.write(SPEC_PATH, named.replace("    User: {", "    User: { x-name: Person,"));
  const text = await update({ root: tree.root, file: tree.file, dryRun: true });
  expect(text).toContain("  - Other removed x- keys: x-name: callUser, x-name: Person\n");
});
