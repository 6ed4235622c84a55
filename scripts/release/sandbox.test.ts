import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

import { CommandError, createSandbox } from "./sandbox.ts";

const REGISTRY = "http://127.0.0.1:4873/";

/** Runs npm with the configuration of the user. */
function npm(...args: string[]): string {
  return execFileSync("npm", args, { encoding: "utf8" });
}

function createTemporarySandbox() {
  const directory = mkdtempSync(join(tmpdir(), "sandbox-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return createSandbox(directory, REGISTRY);
}

it("uses the local registry only for the scope, and does not change the configuration of the user", async () => {
  const before = npm("config", "list", "--json");
  const { directory, run } = createTemporarySandbox();
  expect(await run(directory, "npm", "config", "get", "@segment-iam:registry")).toBe(`${REGISTRY}\n`);
  expect(await run(directory, "npm", "config", "get", "registry")).toBe(npm("config", "get", "registry"));
  expect(await run(directory, "npm", "config", "get", "userconfig")).toBe(`${directory}/home/.npmrc\n`);
  expect(npm("config", "list", "--json")).toBe(before);
});

it("throws an error with the output if a command fails", async () => {
  const { directory, run } = createTemporarySandbox();
  const code = 'console.log("out"); console.error("err"); process.exit(3)';
  const error = await run(directory, "node", "-e", code).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ output: "out\nerr\n" });
});
