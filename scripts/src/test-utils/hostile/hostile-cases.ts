import { array, asyncProperty, boolean, check, constantFrom, record, type Arbitrary } from "fast-check";

import { EMITTERS } from "../../emit/emitters.ts";
import { generateFromModel, type GeneratedFiles } from "../../generate.ts";
import { parse } from "../../load.ts";
import { typeNamesOf, valueNamesOf } from "../../names/generated-names.ts";
import type { Model } from "../../model/model.ts";
import { readModel } from "../../drop-unsupported/read-model.ts";
import { SpecErrors } from "../../spec/spec-error.ts";
import { skeletonOf, type DocumentNames } from "./skeleton.ts";
import { documentOf, type DocumentShape } from "./document-of.ts";
import { evaluate } from "./evaluate.ts";
import { hostileId, hostileText } from "./hostile-text.ts";
import { createBenignTexts, createHostileTexts, type NextText } from "./texts.ts";
import { withoutNetwork } from "./without-network.ts";

/** The result of a run with many hostile documents. */
export interface HostileRun {
  /** The first failure, with the seed and path that reproduce it. */
  failure: string | undefined;
  /** The number of documents that generated a program. */
  generated: number;
  /** The number of documents rejected with `SpecErrors`. */
  rejected: number;
  networkAttempts: number;
}

/** Shapes of test documents. */
const documentShape: Arbitrary<DocumentShape> = record<DocumentShape>({
  version: constantFrom("3.0.3", "3.1.0"),
  operations: array(
    record({
      method: constantFrom("get", "post", "put", "delete"),
      inPath: boolean(),
      inQuery: constantFrom(0, 1, 2),
      inHeader: boolean(),
      body: constantFrom("none", "members", "whole", "list", "form", "file"),
      response: constantFrom("data", "unwrapped", "page", "empty", "several", "file"),
      deprecated: boolean(),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  schemas: array(constantFrom("object", "text", "oneOf", "recursive", "allOf", "freeForm", "elsewhere"), {
    minLength: 1,
    maxLength: 3,
  }),
});
/** The texts for `createHostileTexts`. */
const hostileTexts = array(hostileText, { minLength: 1, maxLength: 30 });
/** The ids for `createHostileTexts`. */
const hostileIds = array(hostileId, { minLength: 1, maxLength: 4 });

/**
 * Generates programs from hostile and benign documents of the same shape and compares them.
 *
 * The programs must have the same files and differ only in data. Running them must not change any global.
 */
export async function runHostileCases(numRuns: number, seed?: number, path?: string): Promise<HostileRun> {
  let generated = 0;
  let rejected = 0;
  let failure: string | undefined;
  const property = asyncProperty(documentShape, hostileTexts, hostileIds, async (shape, texts, ids) => {
    const hostile = await programOf(shape, createHostileTexts(texts, ids));
    if (hostile === undefined) {
      rejected += 1;
      return;
    }
    const benign = await programOf(shape, createBenignTexts());
    if (benign === undefined) throw new Error("A benign document was rejected");
    compare(hostile, benign);
    generated += 1;
  });
  const networkAttempts = await withoutNetwork(async () => {
    const replay = { ...(seed !== undefined && { seed }), ...(path !== undefined && { path }) };
    const { failed, ...details } = await check(property, { numRuns, ...replay });
    if (failed)
      failure = `Repeat with --seed=${details.seed} --path=${details.counterexamplePath}: ${String(details.errorInstance)}`;
  });
  return { failure, generated, rejected, networkAttempts };
}

/** Generated files and their model. */
interface Program {
  files: GeneratedFiles;
  model: Model;
}

async function programOf(shape: DocumentShape, nextText: NextText): Promise<Program | undefined> {
  try {
    const { model } = readModel(parse(JSON.stringify(documentOf(shape, nextText)), "spec.json"));
    return { files: await generateFromModel(model), model };
  } catch (error) {
    if (error instanceof SpecErrors) return undefined;
    throw error;
  }
}

function compare(hostile: Program, benign: Program): void {
  const expected = EMITTERS.map(({ path }) => path);
  if ([...hostile.files.keys()].join() !== expected.join()) throw new Error("The generated files differ");
  for (const [path, code] of hostile.files) {
    // `reference.test.ts` covers the Markdown file.
    if (!path.endsWith(".ts")) continue;
    const expectedSkeleton = skeletonOf(benign.files.get(path) ?? "", namesFor(path, benign.model));
    if (skeletonOf(code, namesFor(path, hostile.model)) !== expectedSkeleton)
      throw new Error(`${path} differs in more than data:\n${code}`);
  }
  const modules = [...hostile.files].filter(([path]) => path.endsWith(".ts") && !path.startsWith("packages/types/"));
  evaluate(modules.map(([, code]) => code));
}

/** Maps the names in a file to their roles, such as the third hook of the second operation. The contract uses only operation ids. */
function namesFor(path: string, { operations, schemas }: Model): DocumentNames {
  const namesOf = path.startsWith("packages/types/") ? typeNamesOf : valueNamesOf;
  const isContract = path.startsWith("packages/msw/");
  const others = operations.flatMap((operation, operationIndex) =>
    namesOf(operation).map((name, index): [string, string] => [name, `operation ${operationIndex} ${index}`]),
  );
  const ids = operations.map(({ id }, operationIndex): [string, string] => [id, `operation ${operationIndex}`]);
  return {
    members: new Map(isContract ? ids : []),
    schemas: new Map(schemas.map(({ typeName }, index) => [typeName, `schema ${index}`])),
    others: new Map(isContract ? [] : others),
  };
}
