import { generateFromModel, type GeneratedFiles } from "../generate.ts";
import type { Source } from "../load.ts";
import { buildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";
import { isObject } from "../spec/json.ts";
import { SpecErrors, type SpecError } from "../spec/spec-error.ts";
import { validate } from "../validate/validate.ts";
import type { Pair } from "./api-change.ts";
import { classifyChanges, planReleases, type ClassifiedChange, type Release } from "./classify-changes.ts";
import { compareModels } from "./compare/compare-models.ts";

/** The differences between two documents, and the releases that they require. */
export interface SpecDiff {
  /** The file name and `info.version` of each document. */
  documents: Pair<{ file: string; version: string | undefined }>;
  /** Sorted by bump, major first. */
  changes: ClassifiedChange[];
  releases: Release[];
}

/** A diff with the models and the generated files that it was computed from. */
export interface DetailedSpecDiff extends SpecDiff {
  models: Pair<Model>;
  /** The files generated from the newer document. */
  files: GeneratedFiles;
}

/**
 * Compares two documents and the code generated from them.
 *
 * The comparison of generated code finds differences that no rule covers.
 *
 * @throws {SpecErrors} with the errors of both documents
 */
export async function diffSpecs(sources: Pair<Source>): Promise<DetailedSpecDiff> {
  const models = buildModels(sources);
  // Every generated file contains the name of its document, which must not count as a difference.
  const file = models.after.file;
  const [before, after] = [await generateFromModel({ ...models.before, file }), await generateFromModel(models.after)];
  const changes = classifyChanges(compareModels(models));
  return {
    documents: { before: describeDocument(sources.before), after: describeDocument(sources.after) },
    changes,
    releases: planReleases(changes, findDifferingPackages(before, after)),
    models,
    files: after,
  };
}

function buildModels({ before, after }: Pair<Source>): Pair<Model> {
  const errors: SpecError[] = [];
  const build = (source: Source): Model | undefined => {
    try {
      return buildModel(source, validate(source));
    } catch (error) {
      if (!(error instanceof SpecErrors)) throw error;
      errors.push(...error.errors);
      return undefined;
    }
  };
  const models = { before: build(before), after: build(after) };
  if (models.before && models.after) return { before: models.before, after: models.after };
  throw new SpecErrors(errors);
}

/** Returns the unscoped names of the packages whose generated files differ. */
function findDifferingPackages(before: GeneratedFiles, after: GeneratedFiles): Set<string> {
  const paths = new Set([...before.keys(), ...after.keys()]);
  const differing = [...paths].filter((path) => before.get(path) !== after.get(path));
  return new Set(differing.map((path) => path.split("/")[1] ?? ""));
}

function describeDocument({ file, document }: Source): { file: string; version: string | undefined } {
  const { info } = document;
  const version = isObject(info) ? info["version"] : undefined;
  return { file, version: typeof version === "string" ? version : undefined };
}
