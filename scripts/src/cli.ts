import { watch } from "node:fs";
import { enableCompileCache } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { REPOSITORY } from "./repository.ts";
import { run, type RunOptions } from "./run.ts";

const HELP = `Usage: pnpm generate [options]

Generates all code that depends on the OpenAPI document.

  --spec FILE  read this document (default: spec/iam-users.yaml)
  --out DIR    write below this directory (default: the repository)
  --check      write nothing; show what is out of date and exit with 1
  --watch      generate again whenever the document changes
  --help       show this text`;

const WATCH_DELAY_MS = 100;

// Halves the time of a run: most of it goes into loading openapi-typescript and the compiler it uses.
enableCompileCache(join(REPOSITORY, "node_modules/.cache/node"));

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const { help, watch: keepWatching, ...values } = readArguments();
    if (help) {
      console.log(HELP);
      return 0;
    }
    const options = { ...values, spec: resolve(values.spec), out: resolve(values.out) };
    const first = runAndPrint(options);
    if (keepWatching) watchSpec(options, first);
    return await first;
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    console.error(`${error.message}\n\n${HELP}`);
    return 2;
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      spec: { type: "string", default: join(REPOSITORY, "spec/iam-users.yaml") },
      out: { type: "string", default: REPOSITORY },
      check: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  return values;
}

async function runAndPrint(options: RunOptions): Promise<number> {
  const { exitCode, message } = await run(options);
  if (exitCode === 0) console.log(message);
  else console.error(message);
  return exitCode;
}

/** Runs again, one run after the other. Watches the directory and not the file, because editors replace a file. */
function watchSpec(options: RunOptions, first: Promise<unknown>): void {
  let timer: NodeJS.Timeout | undefined;
  let last = first;
  watch(dirname(options.spec), (_, file) => {
    if (file !== basename(options.spec)) return;
    clearTimeout(timer);
    timer = setTimeout(() => (last = last.then(() => runAndPrint(options)).catch(console.error)), WATCH_DELAY_MS);
  });
}
