import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join, posix } from "node:path";

import { copyRepository } from "./copy-repository.ts";
import { readSpec, type Variant } from "./variants.ts";

/** A row of the printed table. */
export interface Row {
  variant: string;
  step: string;
  result: "passed" | "failed";
  seconds: number;
}

/** The result of one step of a variant. */
interface StepResult {
  succeeded: boolean;
  /** The standard output and the standard error. */
  output: string;
  seconds: number;
}

/** The turbo tasks that must succeed after an update. */
const TASKS = ["generate:check", "typecheck", "build", "test", "test:packages", "test:faults"];

/** The newer document. It is in a folder that no task reads. */
const NEWER = "node_modules/newer.json";

/**
 * Updates the document of a copy of the repository and runs the checks. Stops if installation, the update or the build fails.
 *
 * A variant that breaks hand-written code is only type-checked. The check must fail, and the review must name every failing file.
 */
export async function* runVariant(variant: Variant, directory: string): AsyncGenerator<Row & { output: string }> {
  copyRepository(directory);
  const install = ["-y", "pnpm@12", "install", "--frozen-lockfile", "--prefer-offline"];
  const installation = await runStep("npx", install, directory);
  yield toRow("install", installation);
  if (!installation.succeeded) return;
  await writeFile(join(directory, NEWER), JSON.stringify(await variant.create(await readSpec())));
  const update = await runStep(process.execPath, ["scripts/src/spec-update.ts", NEWER, "--out", "."], directory);
  yield toRow("spec:update", update);
  if (!update.succeeded) return;
  if (variant.breaks) {
    yield toRow("typecheck", checkReview(update.output, await runTask("typecheck", directory)));
    return;
  }
  for (const task of TASKS) {
    const result = await runTask(task, directory);
    yield toRow(task, result);
    if (!result.succeeded && task === "build") return;
  }

  function toRow(step: string, { succeeded, output, seconds }: StepResult): Row & { output: string } {
    return { variant: variant.name, step, result: succeeded ? "passed" : "failed", seconds, output };
  }
}

function runTask(task: string, directory: string): Promise<StepResult> {
  const options = ["--output-logs=errors-only", "--concurrency=50%", "--continue"];
  // A slow machine must not fail a test, because this run tests the document.
  if (task.startsWith("test")) options.push("--", "--testTimeout=180000");
  return runStep(process.execPath, ["node_modules/turbo/bin/turbo", "run", task, ...options], directory);
}

/** Turns failed type checks into a success if the review names every file that fails. */
function checkReview(report: string, { succeeded, output, seconds }: StepResult): StepResult {
  if (succeeded) return { succeeded: false, output: "Expected type errors in hand-written code", seconds };
  const named = filesInReview(report);
  const failing = filesWithTypeErrors(output);
  const missing = failing.filter((path) => !named.includes(path));
  const message = missing.map((path) => `${path} does not type-check, and the review does not name it\n`).join("");
  return { succeeded: failing.length > 0 && missing.length === 0, output: message || output, seconds };
}

/** Returns the files that a review names, relative to the root of the repository. */
export function filesInReview(report: string): string[] {
  return Array.from(report.matchAll(/^ {2}- (\S+\.(?:tsx?|md)): /gm), ([, path = ""]) => path);
}

/** Returns the files with type errors in the output of turbo's type checks, relative to the root of the repository. */
export function filesWithTypeErrors(output: string): string[] {
  const lines = output.matchAll(/^@segment-iam\/([\w-]+):typecheck: (\S+\.tsx?)\(\d+,\d+\): error /gm);
  return [...new Set(Array.from(lines, ([, name = "", path = ""]) => posix.join(folderOf(name), path)))];
}

function folderOf(name: string): string {
  return name === "scripts" ? name : `packages/${name.replace(/^example-/, "examples/")}`;
}

/** Runs a command in a directory. Its variables are those of a new terminal, without the variables of package managers and turbo. */
function runStep(command: string, args: readonly string[], directory: string): Promise<StepResult> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_(package|lifecycle)|turbo)_/i.test(name));
  const env = { ...Object.fromEntries(inherited), CI: "true", TURBO_TELEMETRY_DISABLED: "1" };
  const { promise, resolve, reject } = Promise.withResolvers<StepResult>();
  const startMs = performance.now();
  const child = spawn(command, args, { cwd: directory, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => (output += chunk));
  }
  child.on("error", reject);
  child.on("close", (code) => {
    const seconds = Math.round((performance.now() - startMs) / 100) / 10;
    resolve({ succeeded: code === 0, output, seconds });
  });
  return promise;
}
