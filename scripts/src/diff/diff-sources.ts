import { generateFromModel, type GeneratedFiles } from "../generate.ts";
import type { Source } from "../load.ts";
import { buildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";
import { isObject } from "../spec/json.ts";
import { SpecErrors, type SpecError } from "../spec/spec-error.ts";
import { validate } from "../validate/validate.ts";
import type { Pair } from "./api-change.ts";
import { compareModels } from "./compare-models.ts";
import { judge, releasesFor, type JudgedChange, type Release } from "./judge.ts";

/** How two documents differ, and what is to be released. */
export interface SpecDiff {
  /** The names of the documents, and what they call their version. */
  documents: Pair<{ file: string; version: string | undefined }>;
  /** The gravest first. */
  changes: JudgedChange[];
  releases: Release[];
}

/** How two documents differ, and what was made from them on the way. */
export interface DiffedSources extends SpecDiff {
  models: Pair<Model>;
  /** What is generated from the newer document. */
  files: GeneratedFiles;
}

/**
 * Compares two documents, and what is generated from them, so that nothing escapes which the rules do not name.
 *
 * @throws {SpecErrors} with what is wrong in both
 */
export async function diffSources(sources: Pair<Source>): Promise<DiffedSources> {
  const models = buildBoth(sources);
  // The name of the document is in every generated file; it is no difference.
  const file = models.after.file;
  const [before, after] = [await generateFromModel({ ...models.before, file }), await generateFromModel(models.after)];
  const changes = judge(compareModels(models));
  return {
    documents: { before: describe(sources.before), after: describe(sources.after) },
    changes,
    releases: releasesFor(changes, differingPackages(before, after)),
    models,
    files: after,
  };
}

function buildBoth({ before, after }: Pair<Source>): Pair<Model> {
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

/** The packages, without their scope, whose generated files are not the same. */
function differingPackages(before: GeneratedFiles, after: GeneratedFiles): Set<string> {
  const paths = new Set([...before.keys(), ...after.keys()]);
  const differing = [...paths].filter((path) => before.get(path) !== after.get(path));
  return new Set(differing.map((path) => path.split("/")[1] ?? ""));
}

function describe({ file, document }: Source): { file: string; version: string | undefined } {
  const { info } = document;
  const version = isObject(info) ? info["version"] : undefined;
  return { file, version: typeof version === "string" ? version : undefined };
}
