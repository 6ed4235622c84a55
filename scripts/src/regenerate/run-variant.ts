import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { copyRepository } from "./copy-repository.ts";
import { runStep, type StepResult } from "./run-step.ts";
import { readSpec, type Variant } from "./variants.ts";

/** A row of the printed table. */
export interface Row {
  variant: string;
  step: string;
  result: "passed" | "failed";
  seconds: number;
}

/** The turbo tasks that must succeed after an update. */
const TASKS = ["generate:check", "typecheck", "build", "test", "test:packages", "test:faults"];

/** The newer document, in the copy. It is not tracked, so that no task reads it. */
const NEWER = "node_modules/newer.json";

/** Updates the document of a copy of the repository and runs the checks. Stops if the update or the build fails. */
export async function* runVariant(
  variant: Variant,
  directory: string,
): AsyncGenerator<{ row: Row; output: string }> {
  copyRepository(directory);
  const update = await step("spec:update", async () => {
    const install = await runStep("npx", ["-y", "pnpm@12", "install", "--frozen-lockfile", "--prefer-offline"], directory);
    if (!install.succeeded) return install;
    await writeFile(join(directory, NEWER), JSON.stringify(await variant.create(await readSpec())));
    const result = await runStep(process.execPath, ["scripts/src/spec-update.ts", NEWER, "--out", "."], directory);
    return { ...result, seconds: install.seconds + result.seconds };
  });
  yield update;
  if (update.row.result === "failed") return;
  for (const task of TASKS) {
    const result = await step(task, () => runTask(task, directory));
    yield result;
    if (result.row.result === "failed" && task === "build") return;
  }

  async function step(name: string, work: () => Promise<StepResult>): Promise<{ row: Row; output: string }> {
    const { succeeded, output, seconds } = await work();
    return { row: { variant: variant.name, step: name, result: succeeded ? "passed" : "failed", seconds }, output };
  }
}

function runTask(task: string, directory: string): Promise<StepResult> {
  const options = ["--output-logs=errors-only", "--concurrency=50%", "--continue"];
  return runStep(process.execPath, ["node_modules/turbo/bin/turbo", "run", task, ...options], directory);
}
