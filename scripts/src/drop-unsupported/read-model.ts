import { throwIfAny, type Source } from "../load.ts";
import { buildModel, tryBuildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";
import type { JsonObject } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import type { Problem } from "../spec/spec-error.ts";
import { checkStructure, normalize, validate } from "../validate/validate.ts";
import { dropUnsupported, type SkippedPart } from "./drop-unsupported.ts";

/** A model, and the parts of the document that it omits. */
export interface ReadModelResult {
  model: Model;
  skipped: SkippedPart[];
}

/**
 * Builds the model of a document.
 *
 * With `skipUnsupported`, skips operations and components with problems, and the parts that reference them.
 *
 * @throws {SpecErrors} on any problem; with `skipUnsupported`, only on problems outside of operations and components
 */
export function readModel(source: Source, skipUnsupported = false): ReadModelResult {
  if (!skipUnsupported) return { model: buildModel(source, validate(source)), skipped: [] };
  const skipped: SkippedPart[] = [];
  let { document } = source;
  /** Drops the parts with problems. Returns whether there were any. */
  const drop = (problems: readonly Problem[]): boolean => {
    if (problems.length === 0) return false;
    const supported = dropUnsupported(document, problems);
    throwIfAny(source, supported.unplaced);
    ({ document } = supported);
    skipped.push(...supported.skipped);
    return true;
  };
  let structure = checkStructure(document);
  while (drop(structure.problems)) structure = checkStructure(document);
  const normalized = normalize(document, structure);
  document = normalized.document as unknown as JsonObject;
  for (;;) {
    const { model, problems } = tryBuildModel(source.file, { ...normalized, document: asOpenApi(document) });
    if (!drop(problems)) return { model, skipped };
  }
}

function asOpenApi(document: JsonObject): OpenApiDocument {
  return document as unknown as OpenApiDocument;
}
