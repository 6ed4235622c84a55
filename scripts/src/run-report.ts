import type { LeftOut } from "./prune/left-out.ts";

/** What `--json` prints about a run, on one line. */
export interface RunReport {
  /** The document, as it is called in messages. */
  spec: string;
  /** How many files are generated. */
  files: number;
  /** Those that were not as they should be: with `--check` they still are not. */
  changed: string[];
  operations: number;
  schemas: number;
  durationMs: number;
  /** What the document says and the generated code does not. */
  warnings: ReportedProblem[];
  /** What nothing was generated for, with `--skip-unsupported`. */
  leftOut?: LeftOut[];
  /** What is wrong with the document. Nothing was written then. */
  errors?: ReportedProblem[];
  /** Why a file could not be read or written. */
  fileError?: string;
}

/** One thing that is wrong with a document, or odd. */
export interface ReportedProblem {
  file: string;
  line: number;
  column: number;
  reason: string;
  fix: string;
}

/** What to do in one run. */
export interface RunOptions {
  /** The document to read. */
  spec: string;
  /** The directory below which the generated files are. */
  out: string;
  /** Whether to compare only and write nothing. */
  check: boolean;
  /** Whether to leave out what cannot be expressed, instead of stopping there. @default false */
  skipUnsupported?: boolean;
}

/** How a run ended, for the process, for people and for programs. */
export interface RunResult {
  exitCode: 0 | 1;
  message: string;
  report: RunReport;
}

/** What a run that went well says. */
export function summary({ files, changed }: RunReport, warned: string, check: boolean): string {
  return `${warned}${files} files ${check ? "are up to date" : `generated, ${changed.length} changed`}.`;
}
