import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { editOperations } from "../src/regenerate/edit-document.ts";
import { readSpec, VARIANTS } from "../src/regenerate/variants.ts";
import type { JsonObject } from "../src/spec/json.ts";
import { type App, createApp } from "./create-app.ts";
import { createReleasedRepository } from "./released-repository.ts";
import { CommandError, createSandbox } from "./sandbox.ts";
import { startRegistry } from "./start-registry.ts";

const HELP = `Usage: pnpm release:rehearse [--keep]

Releases the packages to a local registry, creates a React app with them, and upgrades it to a minor and then a major version.
Writes only to a temporary directory.

  --keep  keep the directory
  --help  show this text`;

/** A file that the application adds after the upgrade to the minor version. It uses the hook of the added operation. */
const ROLES = `import { useListRoles } from "@segment-iam/react";

export function Roles() {
  return <p>{useListRoles().data?.roles.length} roles</p>;
}
`;

const startMs = performance.now();
const { keep, help } = parseArgs({
  options: { keep: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
}).values;

if (help) console.log(HELP);
else await main();

async function main(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "segment-iam-release-"));
  try {
    await using registry = await step("Start a registry", () => startRegistry(join(directory, "registry")));
    await rehearse(directory, registry.url);
    print(`The rehearsal succeeded.`);
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    process.exitCode = 1;
  } finally {
    if (keep) print(`Kept ${directory}`);
    else await rm(directory, { recursive: true, force: true });
  }
}

async function rehearse(directory: string, registryUrl: string): Promise<void> {
  const sandbox = createSandbox(directory, registryUrl);
  const repository = await step("Copy the repository", () => createReleasedRepository(sandbox));
  const release = async (title: string) => {
    const { version, published } = await step(title, repository.release);
    show(published.map((specifier) => `published ${specifier}`));
    return version;
  };

  const first = await release("Release the first version");
  const app = await step("Create a Vite app, and follow the READMEs", () => createApp(sandbox));
  await step("Build the app", app.build);
  show(await step("Test the app in Chromium", app.smokeTest));

  const added = await addListRoles();
  show(lines(await step("Add listRoles to the API document", () => repository.updateSpec(added))));
  const minor = await release("Release the minor version");
  assert.equal(bumpOf(first, minor), "minor", `${minor} is not the next minor version after ${first}`);
  await step(`Upgrade the app to ${minor}`, () => app.upgrade(minor));
  await step("Build the app, with useListRoles", () => {
    app.write("src/roles.tsx", ROLES);
    return app.build();
  });
  showChangelog(app, minor, "listRoles");

  const renamed = await renameListRoles();
  show(lines(await step("Rename listRoles in the API document", () => repository.updateSpec(renamed))));
  const major = await release("Release the major version");
  assert.equal(bumpOf(minor, major), "major", `${major} is not the next major version after ${minor}`);
  await step(`Upgrade the app to ${major}`, () => app.upgrade(major));
  show(await step("Build the app, and expect type errors", () => typeErrors(app)));
  showChangelog(app, major, "listWorkspaceRoles");
  await step("Change the app as the changelog says, and build it", () => {
    app.write("src/roles.tsx", ROLES.replaceAll("useListRoles", "useListWorkspaceRoles"));
    return app.build();
  });
  show(await step("Test the app in Chromium", app.smokeTest));
}

/** Returns the API document with one more operation, `listRoles`. */
async function addListRoles(): Promise<JsonObject> {
  const variant = VARIANTS.find(({ name }) => name === "one-read");
  if (!variant) throw new Error('The variant "one-read" is missing');
  return variant.create(await readSpec());
}

/** Returns the document of {@link addListRoles} with `listRoles` renamed to `listWorkspaceRoles`, a breaking change. */
async function renameListRoles(): Promise<JsonObject> {
  return editOperations(await addListRoles(), (operation) => {
    if (operation["operationId"] === "listRoles") operation["operationId"] = "listWorkspaceRoles";
  });
}

/** Builds the application, and returns its type errors. @throws {AssertionError} if there are none */
async function typeErrors(app: App): Promise<string[]> {
  const output = await app.build().then(
    () => "",
    (error: CommandError) => error.output,
  );
  const errors = lines(output).filter((line) => line.includes(": error TS"));
  assert.match(
    errors.join("\n"),
    /^src\/roles\.tsx.*useListRoles/m,
    `Expected a type error in src/roles.tsx:\n${output}`,
  );
  return errors;
}

/** Prints the latest entry of the changelog in the installed react package. @throws {AssertionError} if it does not mention `name` */
function showChangelog(app: App, version: string, name: string): void {
  const entry = app.readChangelog("@segment-iam/react");
  print("The changelog of @segment-iam/react");
  show(lines(entry));
  assert.ok(
    entry.startsWith(`## ${version}\n`) && entry.includes(name),
    `The entry of ${version} does not mention ${name}`,
  );
}

/** Returns the first part of a version that increases. */
function bumpOf(before: string, after: string): "major" | "minor" | "patch" | undefined {
  const [from, to] = [before.split(".").map(Number), after.split(".").map(Number)];
  return (["major", "minor", "patch"] as const).find((_, index) => (to[index] ?? 0) > (from[index] ?? 0));
}

/** Runs a step and prints its duration. */
async function step<T>(title: string, action: () => Promise<T>): Promise<T> {
  print(title);
  const stepStartMs = performance.now();
  const result = await action();
  show([`done in ${((performance.now() - stepStartMs) / 1_000).toFixed(1)} s`]);
  return result;
}

function print(text: string): void {
  console.log(`[${String(Math.round((performance.now() - startMs) / 1_000)).padStart(4)} s] ${text}`);
}

function show(texts: readonly string[]): void {
  for (const text of texts) console.log(`         ${text}`);
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
