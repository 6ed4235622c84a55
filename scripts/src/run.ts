import { basename, isAbsolute, relative } from "node:path";

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

import { generateFromModel } from "./generate.ts";
import { load } from "./load.ts";
import type { LeftOut } from "./drop-unsupported/drop-unsupported.ts";
import { readModel } from "./drop-unsupported/read-model.ts";
import { REPOSITORY } from "./repository.ts";
import { printable, SpecErrors, type SpecError } from "./spec/spec-error.ts";
import { FileError, findChanges, write, type Change } from "./write.ts";

/** The report that `--json` prints, on one line. */
export interface RunReport {
  /** The document, as messages name it. */
  spec: string;
  /** The number of generated files. */
  files: number;
  /** The files that were out of date. With `--check` they still are. */
  changed: string[];
  operations: number;
  schemas: number;
  durationMs: number;
  /** What the document describes and the generated code ignores. */
  warnings: ReportedProblem[];
  /** The parts that `--skip-unsupported` left out. */
  leftOut?: LeftOut[];
  /** What is wrong with the document. Nothing was written. */
  errors?: ReportedProblem[];
  /** Why a file could not be read or written. */
  fileError?: string;
}

/** One error or warning. */
interface ReportedProblem {
  file: string;
  line: number;
  column: number;
  reason: string;
  fix: string;
}

/** Options of one run. */
export interface RunOptions {
  /** The document to read. */
  spec: string;
  /** The root directory of the generated files. */
  out: string;
  /** Whether to compare the files without writing any. */
  check: boolean;
  /** Whether to leave out what is not supported, instead of failing. @default false */
  skipUnsupported?: boolean;
}

/** The result of one run. */
export interface RunResult {
  exitCode: 0 | 1;
  message: string;
  report: RunReport;
}

/** Generates all files, or checks that they are up to date. Errors in the document and in writing are results, not exceptions. */
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
    const files = await generateFromModel({ ...model, file: nameInCode(spec) });
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
    const fix = "Generated files are out of date: run `pnpm generate --no-cache` and commit the result.";
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

function summary({ files, changed }: RunReport, warned: string, check: boolean): string {
  return `${warned}${files} files ${check ? "are up to date" : `generated, ${changed.length} changed`}.`;
}

function toProblem({ file, line, column, reason, fix }: SpecError): ReportedProblem {
  return { file, line, column, reason, fix };
}

/** The path in messages: relative to the repository or the working directory, else absolute. */
function nameInMessages(spec: string): string {
  return pathWithin(REPOSITORY, spec) ?? pathWithin(process.cwd(), spec) ?? spec;
}

/** The path in generated files, which must not depend on the place of a document outside of the repository. */
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
