import type { Json, Path } from "./json.ts";

/** An error or an unsupported feature in the document. */
export interface Problem {
  at: Path;
  /** What is wrong, without a full stop. */
  reason: string;
  /** What to do, without a full stop. */
  fix: string;
}

/** Records a problem. The caller continues, so that one run reports all problems. */
export type Report = (at: Path, reason: string, fix: string) => void;

/** A line and a column, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A parsed document with the positions of its values. */
export interface ParsedDocument {
  value: Json;
  /** Returns the position of the last key of a path, or of its nearest existing ancestor. */
  positionOf(path: Path): Position;
}

/** A problem and its position in the file. The message is `FILE:LINE:COLUMN: reason. Fix.` */
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

/** All problems of one run, sorted by position. */
export class SpecErrors extends AggregateError {
  override readonly name = "SpecErrors";
  declare readonly errors: SpecError[];

  constructor(errors: readonly SpecError[]) {
    const sorted = errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
    super(sorted, sorted.map((error) => error.message).join("\n"));
  }
}

/** Escapes control characters, because a terminal would interpret them. */
export function escapeControlCharacters(text: string): string {
  return text.replace(/\p{Cc}/gu, (code) => `\\u${code.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
