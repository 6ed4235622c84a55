/** A line and a column, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** One thing in the document that stops generation: where it is, why it is wrong and what to do about it. */
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
    super(printable(`${file}:${position.line}:${position.column}: ${reason}. ${fix}.`));
    this.file = file;
    this.line = position.line;
    this.column = position.column;
    this.reason = reason;
    this.fix = fix;
  }
}

/** Names in the document may hold codes that a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (code) => `\\u${code.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
