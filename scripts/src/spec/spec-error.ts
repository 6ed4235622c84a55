import type { Path } from "./json.ts";

/** One thing in the document that is wrong or not supported. */
export interface Problem {
  at: Path;
  /** What is wrong, without a full stop. */
  reason: string;
  /** What to do, without a full stop. */
  fix: string;
}

/** Takes a problem. The caller continues, so that one run finds everything. */
export type Report = (at: Path, reason: string, fix: string) => void;

/** A line and a column, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A problem with its place in the file. The message is `FILE:LINE:COLUMN: reason. What to do.` */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong, without a full stop. */
  readonly reason: string;
  /** What to do, without a full stop. */
  readonly fix: string;

  constructor(file: string, position: Position, reason: string, fix: string) {
    super(escapeControlCharacters(`${file}:${position.line}:${position.column}: ${reason}. ${fix}.`));
    this.file = file;
    this.line = position.line;
    this.column = position.column;
    this.reason = reason;
    this.fix = fix;
  }
}

/** All problems of one run, in the order of the document. */
export class SpecErrors extends AggregateError {
  override readonly name = "SpecErrors";
  declare readonly errors: SpecError[];

  constructor(errors: readonly SpecError[]) {
    const sorted = errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
    super(sorted, sorted.map((error) => error.message).join("\n"));
  }
}

/** Escapes control characters, which a terminal would interpret. */
export function escapeControlCharacters(text: string): string {
  return text.replace(/\p{Cc}/gu, (code) => `\\u${code.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
