import { findCycles, IN_PLACE } from "../schema/reference-cycles.ts";
import type { JsonObject } from "../spec/json.ts";
import type { FoundReference } from "../spec/references.ts";
import type { Problem } from "../spec/spec-error.ts";

/**
 * Finds schemas that contain themselves without a property or an array between, such as `A: { allOf: [A] }`.
 *
 * No TypeScript type describes them, and validation would not end (JSON Schema 2020-12, core, 9.4.1).
 */
export function findInfiniteSchemas(document: JsonObject, references: readonly FoundReference[]): Problem[] {
  const targets = references.map(({ target }) => target);
  return findCycles(document, targets, IN_PLACE).map(({ at, reference }) => ({
    at,
    reason: `The schema contains itself through \`${reference}\``,
    fix: "Remove the reference, or move it to a property",
  }));
}
