import type { Source } from "../load.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import type { SpecError } from "../spec/spec-error.ts";
import { SpecErrors } from "../spec/spec-errors.ts";
import { openApi } from "./shapes.ts";

/**
 * Makes sure that the document has the shape that the rest of the generator takes for granted.
 *
 * @throws {SpecErrors}
 */
export function validate(source: Source): OpenApiDocument {
  const errors: SpecError[] = [];
  openApi(source.document, [], {
    document: source.document,
    report: (...problem) => errors.push(source.errorAt(...problem)),
  });
  if (errors.length > 0) throw new SpecErrors(errors);
  return source.document as unknown as OpenApiDocument;
}
