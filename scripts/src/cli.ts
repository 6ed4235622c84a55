import { watch } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";

import { createTwoFilesPatch } from "diff";

import { findChanges, type Change } from "./changes.ts";
import { generate } from "./generate.ts";
import { load } from "./load.ts";
import { SpecErrors } from "./spec/spec-errors.ts";
import { write } from "./write.ts";

const HELP = `Usage: pnpm generate [options]

Generates all code that depends on the OpenAPI document.

Options:
  --spec FILE  read this document (default: spec/iam-users.yaml)
  --out DIR    write below this directory (default: the repository)
  --check      write nothing; show what is not up to date and exit with 1
  --watch      generate again whenever the document changes
  --help       show this text
`;

const REPOSITORY = join(import.meta.dirname, "../..");
const WATCH_DELAY_MS = 100;

interface Task {
  spec: string;
  out: string;
  check: boolean;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      spec: { type: "string", default: join(REPOSITORY, "spec/iam-users.yaml") },
      out: { type: "string", default: REPOSITORY },
      check: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const task: Task = { spec: resolve(values.spec), out: resolve(values.out), check: values.check };
  const code = await run(task);
  if (values.watch) watchSpec(task);
  return code;
}

async function run({ spec, out, check }: Task): Promise<number> {
  try {
    const files = await generate(await load(spec, nameOf(spec)));
    const changes = await findChanges(out, files);
    if (check && changes.length > 0) {
      console.error(changes.map(patch).join("\n"));
      console.error(
        `${changes.length} of ${files.size} generated files are out of date. Run \`pnpm generate\` and commit the result.`,
      );
      return 1;
    }
    if (!check) await write(out, changes);
    console.log(
      check ? `${files.size} files are up to date.` : `${files.size} files generated, ${changes.length} changed.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof SpecErrors)) throw error;
    console.error(`${error.message}\n${error.errors.length} errors; nothing was written.`);
    return 1;
  }
}

/** The document's path in messages and generated files: from the repository or, outside of it, its name alone. */
function nameOf(spec: string): string {
  const path = relative(REPOSITORY, spec).replaceAll("\\", "/");
  return path.startsWith("../") ? basename(spec) : path;
}

function patch({ path, before = "", after = "" }: Change): string {
  return createTwoFilesPatch(`${path} (there)`, `${path} (generated)`, before, after);
}

/** Watches the directory: editors replace a file instead of changing it. */
function watchSpec(task: Task): void {
  let timer: NodeJS.Timeout | undefined;
  watch(dirname(task.spec), (_, file) => {
    if (file !== basename(task.spec)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(task), WATCH_DELAY_MS);
  });
}
