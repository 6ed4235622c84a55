import { basename, isAbsolute, relative } from "node:path";

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

import { generateFrom } from "./generate.ts";
import { load } from "./load.ts";
import { readModel } from "./prune/read-model.ts";
import { REPOSITORY } from "./repository.ts";
import { summary, type ReportedProblem, type RunOptions, type RunReport, type RunResult } from "./run-report.ts";
import { printable, type SpecError } from "./spec/spec-error.ts";
import { SpecErrors } from "./spec/spec-errors.ts";
import { FileError, findChanges, write, type Change } from "./write.ts";

/** Generates everything, or checks that everything is up to date. An error in the document is a result, not an exception. */
export async function run({ spec, out, check, skipUnsupported }: RunOptions): Promise<RunResult> {
  const startMs = performance.now();
  const report: RunReport = {
    spec: nameInMessages(spec),
    files: 0,
    changed: [],
    operations: 0,
    schemas: 0,
    warnings: [],
    durationMs: 0,
  };
  const finish = (exitCode: 0 | 1, message: string): RunResult => {
    report.durationMs = Math.round(performance.now() - startMs);
    return { exitCode, message, report };
  };
  try {
    const source = await load(spec, report.spec);
    const { model, leftOut } = readModel(source, skipUnsupported);
    const warnings = model.warnings.map(({ at, reason, fix }) => source.errorAt(at, reason, fix));
    const files = await generateFrom({ ...model, file: nameInCode(spec) });
    const changes = await findChanges(out, files);
    Object.assign(report, {
      files: files.size,
      changed: changes.map(({ path }) => path),
      operations: model.operations.length,
      schemas: model.schemas.length,
      warnings: warnings.map(toProblem),
      ...(leftOut.length > 0 && { leftOut }),
    });
    const warned = [
      ...warnings.map(({ message }) => `Warning: ${message}\n`),
      ...leftOut.map(({ what, reason }) => `Left out: ${printable(`${what}: ${reason}`)}.\n`),
    ].join("");
    if (!check || changes.length === 0) {
      await write(out, changes);
      return finish(0, summary(report, warned, check));
    }
    const fix = "Generated files are out of date: run `pnpm generate` and commit the result.";
    return finish(1, [...changes.map(patch), fix].join("\n"));
  } catch (error) {
    if (error instanceof FileError) {
      report.fileError = error.message;
      return finish(1, error.message);
    }
    if (!(error instanceof SpecErrors)) throw error;
    report.errors = error.errors.map(toProblem);
    return finish(1, `${error.message}\nNothing was written.`);
  }
}

function toProblem({ file, line, column, reason, fix }: SpecError): ReportedProblem {
  return { file, line, column, reason, fix };
}

/** The document's path in messages: from the repository, else from where the command runs, else the whole of it. */
function nameInMessages(spec: string): string {
  return pathWithin(REPOSITORY, spec) ?? pathWithin(process.cwd(), spec) ?? spec;
}

/** The same in generated files, which must not depend on where a document outside of the repository is. */
function nameInCode(spec: string): string {
  return pathWithin(REPOSITORY, spec) ?? basename(spec);
}

function pathWithin(directory: string, file: string): string | undefined {
  const path = relative(directory, file).replaceAll("\\", "/");
  return path === "" || /^\.\.(\/|$)/.test(path) || isAbsolute(path) ? undefined : path;
}

function patch({ path, before = "", after = "" }: Change): string {
  const headerOptions = FILE_HEADERS_ONLY;
  return createTwoFilesPatch(path, `${path} (generated)`, before, after, undefined, undefined, { headerOptions });
}
