import { spawnSync } from "node:child_process";
import { enableCompileCache } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { REPOSITORY } from "./repository.ts";
import { isArgumentError } from "./run-command.ts";
import type { RunOptions, RunResult } from "./run.ts";
import { turboRun } from "./turbo.ts";
import { watchSpec } from "./watch-spec.ts";

const HELP = `Usage: pnpm generate [options]

Generates all code from the OpenAPI document. Without options, uses turbo's cache.

  --spec FILE         read this document (default: spec/iam-users.yaml)
  --out DIR           write below this directory (default: the repository)
  --check             write nothing; print outdated files as a diff and exit with code 1
  --watch             generate again whenever the document changes
  --json              print a report to standard output, one line of JSON per run
  --skip-unsupported  skip unsupported operations and components, and list them
  --no-cache          generate even if nothing has changed
  --help              show this text`;

// Compiling this program takes most of a run. The compile cache halves the duration.
enableCompileCache(join(REPOSITORY, "node_modules/.cache/node"));

process.exitCode = await main();

async function main(): Promise<number> {
  if (process.argv.length === 2) return generateCached();
  try {
    const { help, watch, json, check, "skip-unsupported": skipUnsupported, ...paths } = readArguments();
    if (help) {
      console.log(HELP);
      return 0;
    }
    const options = { check, skipUnsupported, spec: resolve(paths.spec), out: resolve(paths.out) };
    const generate = () => runAndPrint(options, json);
    if (!watch) return (await generate()).exitCode;
    watchSpec(options.spec, generate, (message) => console.error(message));
    return 0;
  } catch (error) {
    if (!isArgumentError(error)) throw error;
    console.error(`${error.message}\n\n${HELP}`);
    return 2;
  }
}

/** Runs the turbo task `generate`. The task runs this program with `--no-cache` if an input or an output changed. */
function generateCached(): number {
  const options = ["--log-prefix=none", "--output-logs=full"];
  const run = turboRun(["generate"], ["scripts"], options);
  const { status } = spawnSync(process.execPath, run, { cwd: REPOSITORY, stdio: "inherit" });
  return status ?? 1;
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      spec: { type: "string", default: join(REPOSITORY, "spec/iam-users.yaml") },
      out: { type: "string", default: REPOSITORY },
      check: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      "no-cache": { type: "boolean", default: false },
      "skip-unsupported": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  return values;
}

async function runAndPrint(options: RunOptions, json: boolean): Promise<RunResult> {
  // Loaded on demand, because loading the generator takes longer than the rest of this program.
  const { run } = await import("./run.ts");
  const result = await run(options);
  if (json) console.log(JSON.stringify(result.report));
  else if (result.exitCode === 0) console.log(result.message);
  else console.error(result.message);
  return result;
}
