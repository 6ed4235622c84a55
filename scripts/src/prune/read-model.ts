import type { Source } from "../load.ts";
import { throwIfAny } from "../load.ts";
import { buildModel, tryBuildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";
import type { JsonObject } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import type { Problem } from "../spec/problem.ts";
import { findShapeProblems, validate } from "../validate/validate.ts";
import type { LeftOut } from "./left-out.ts";
import { prune } from "./prune.ts";

/** A model, and what of the document is not in it. */
export interface ReadModel {
  model: Model;
  leftOut: LeftOut[];
}

/**
 * Makes the model of a document.
 *
 * With `skipUnsupported`, operations and components with problems are left out, and whatever refers to them.
 *
 * @throws {SpecErrors} for problems, and with `skipUnsupported` for those that no operation and no component has.
 */
export function readModel(source: Source, skipUnsupported = false): ReadModel {
  if (!skipUnsupported) return { model: buildModel(source, validate(source)), leftOut: [] };
  const leftOut: LeftOut[] = [];
  let { document } = source;
  /** Leaves out what has problems; tells whether there was anything. */
  const leaveOut = (problems: readonly Problem[]): boolean => {
    if (problems.length === 0) return false;
    const pruned = prune(document, problems);
    throwIfAny(source, pruned.unplaced);
    ({ document } = pruned);
    leftOut.push(...pruned.leftOut);
    return true;
  };
  while (leaveOut(findShapeProblems(document)));
  for (;;) {
    const { model, problems } = tryBuildModel(source.file, asOpenApi(document));
    if (!leaveOut(problems)) return { model, leftOut };
  }
}

function asOpenApi(document: JsonObject): OpenApiDocument {
  return document as unknown as OpenApiDocument;
}
