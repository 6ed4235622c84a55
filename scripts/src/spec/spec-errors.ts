import type { SpecError } from "./spec-error.ts";

/** Everything that was found wrong in one run, in the order of the document. */
export class SpecErrors extends AggregateError {
  override readonly name = "SpecErrors";
  declare readonly errors: SpecError[];

  constructor(errors: readonly SpecError[]) {
    const sorted = errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
    super(sorted, sorted.map((error) => error.message).join("\n"));
  }
}
