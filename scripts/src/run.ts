import { basename, isAbsolute, relative } from "node:path";

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

import type { SkippedPart } from "./drop-unsupported/drop-unsupported.ts";
import { readModel } from "./drop-unsupported/read-model.ts";
import { generateFromModel } from "./generate.ts";
import { load } from "./load.ts";
import { REPOSITORY } from "./repository.ts";
import { escapeControlCharacters, SpecErrors, type SpecError } from "./spec/spec-error.ts";
import { FileError, findChanges, writeChanges, type FileChange } from "./write.ts";

/** The report that `--json` prints as one line. */
export interface RunReport {
  /** The path of the document, as in messages. */
  spec: string;
  /** The number of generated files. */
  files: number;
  /** The files that were out of date. `--check` does not update them. */
  changed: string[];
  operations: number;
  schemas: number;
  durationMs: number;
  /** Problems that do not stop generation, such as ignored parts of the document. */
  warnings: ReportedProblem[];
  /** The parts that `--skip-unsupported` skipped. */
  skipped?: SkippedPart[];
  /** The errors in the document. If there are any, no file was written. */
  errors?: ReportedProblem[];
  /** The message of the error that occurred while reading or writing a file. */
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
  /** Whether to skip unsupported parts instead of failing. @default false */
  skipUnsupported?: boolean;
}

/** The result of one run. */
export interface RunResult {
  exitCode: 0 | 1;
  message: string;
  report: RunReport;
}

/** Generates all files, or checks that they are up to date. Returns errors in the document or in files instead of throwing. */
export async function run({ spec, out, check, skipUnsupported }: RunOptions): Promise<RunResult> {
  const startMs = performance.now();
  const report: RunReport = {
    spec: pathInMessages(spec),
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
    const { model, skipped } = readModel(source, skipUnsupported);
    const { errors: warnings } = new SpecErrors(
      model.warnings.map(({ at, reason, fix }) => source.errorAt(at, reason, fix)),
    );
    const files = await generateFromModel({ ...model, file: pathInCode(spec) });
    const changes = await findChanges(out, files);
    Object.assign(report, {
      files: files.size,
      changed: changes.map(({ path }) => path),
      operations: model.operations.length,
      schemas: model.schemas.length,
      warnings: warnings.map(toProblem),
      ...(skipped.length > 0 && { skipped }),
    });
    const notices = [
      ...warnings.map(({ message }) => `Warning: ${message}\n`),
      ...skipped.map(({ name, reason }) => `Skipped: ${escapeControlCharacters(`${name}: ${reason}`)}.\n`),
    ].join("");
    if (!check || changes.length === 0) {
      await writeChanges(out, changes);
      return finish(0, summarize(report, notices, check));
    }
    const fix = "Generated files are out of date. Run `pnpm generate --no-cache` and commit the result.";
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

function summarize({ files, changed }: RunReport, notices: string, check: boolean): string {
  return `${notices}${files} files ${check ? "are up to date" : `generated, ${changed.length} changed`}.`;
}

function toProblem({ file, line, column, reason, fix }: SpecError): ReportedProblem {
  return { file, line, column, reason, fix };
}

/** Returns the path for messages: relative to the repository or the working directory, otherwise absolute. */
function pathInMessages(spec: string): string {
  return pathWithin(REPOSITORY, spec) ?? pathWithin(process.cwd(), spec) ?? spec;
}

/** Returns the path for generated files. It must not depend on where a document outside of the repository is stored. */
function pathInCode(spec: string): string {
  return pathWithin(REPOSITORY, spec) ?? basename(spec);
}

function pathWithin(directory: string, file: string): string | undefined {
  const path = relative(directory, file).replaceAll("\\", "/");
  return path === "" || /^\.\.(\/|$)/.test(path) || isAbsolute(path) ? undefined : path;
}

function patch({ path, before = "", after = "" }: FileChange): string {
  const headerOptions = FILE_HEADERS_ONLY;
  return createTwoFilesPatch(path, `${path} (generated)`, before, after, undefined, undefined, { headerOptions });
}
