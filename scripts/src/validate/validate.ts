import { throwIfAny, type Source } from "../load.ts";
import type { JsonObject } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import type { Problem } from "../spec/problem.ts";
import { openApi } from "./shapes.ts";

/**
 * Makes sure that the document has the shape that the rest of the generator takes for granted.
 *
 * @throws {SpecErrors}
 */
export function validate(source: Source): OpenApiDocument {
  throwIfAny(source, findShapeProblems(source.document));
  return source.document as unknown as OpenApiDocument;
}

/** The places where the document has another shape. */
export function findShapeProblems(document: JsonObject): Problem[] {
  const problems: Problem[] = [];
  openApi(document, [], { document, report: (at, reason, fix) => problems.push({ at: [...at], reason, fix }) });
  return problems;
}
