import { basename, relative } from "node:path";

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

import { findChanges, type Change } from "./changes.ts";
import { generate } from "./generate.ts";
import { load } from "./load.ts";
import { REPOSITORY } from "./repository.ts";
import { SpecErrors } from "./spec/spec-errors.ts";
import { write } from "./write.ts";

/** What to do in one run. */
export interface RunOptions {
  /** The document to read. */
  spec: string;
  /** The directory below which the generated files are. */
  out: string;
  /** Whether to compare only and write nothing. */
  check: boolean;
}

/** How a run ended, for the process and for people. */
export interface RunResult {
  exitCode: 0 | 1;
  message: string;
}

/** Generates everything, or checks that everything is up to date. An error in the document is a result, not an exception. */
export async function run({ spec, out, check }: RunOptions): Promise<RunResult> {
  try {
    const files = await generate(await load(spec, nameOf(spec)));
    const changes = await findChanges(out, files);
    if (!check) {
      await write(out, changes);
      return { exitCode: 0, message: `${files.size} files generated, ${changes.length} changed.` };
    }
    if (changes.length === 0) return { exitCode: 0, message: `${files.size} files are up to date.` };
    const fix = "Generated files are out of date: run `pnpm generate` and commit the result.";
    return { exitCode: 1, message: [...changes.map(patch), fix].join("\n") };
  } catch (error) {
    if (error instanceof SpecErrors) return { exitCode: 1, message: `${error.message}\nNothing was written.` };
    throw error;
  }
}

/** The document's path in messages and generated files: from the repository or, outside of it, its name alone. */
function nameOf(spec: string): string {
  const path = relative(REPOSITORY, spec).replaceAll("\\", "/");
  return path.startsWith("../") ? basename(spec) : path;
}

function patch({ path, before = "", after = "" }: Change): string {
  const headerOptions = FILE_HEADERS_ONLY;
  return createTwoFilesPatch(path, `${path} (generated)`, before, after, undefined, undefined, { headerOptions });
}
