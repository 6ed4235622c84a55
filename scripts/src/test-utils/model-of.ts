import { parse } from "../load.ts";
import { buildModel } from "../model/build-model.ts";
import type { Model, Operation } from "../model/model.ts";
import { validate } from "../validate/validate.ts";

/**
 * Builds the model of a document.
 *
 * @throws {SpecErrors} If the document is invalid.
 */
export function modelOf(text: string): Model {
  const source = parse(text, "spec.yaml");
  return buildModel(source, validate(source));
}

/** Returns one operation of a document. */
export function operationOf(text: string, id: string): Operation {
  const operation = modelOf(text).operations.find((candidate) => candidate.id === id);
  if (!operation) throw new Error(`The document has no operation ${id}`);
  return operation;
}
