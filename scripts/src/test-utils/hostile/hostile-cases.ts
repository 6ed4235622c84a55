import { array, asyncProperty, boolean, check, constantFrom, record, type Arbitrary } from "fast-check";

import { EMITTERS } from "../../emit/emitters.ts";
import { generateFrom, type GeneratedFiles } from "../../generate.ts";
import { parse } from "../../load.ts";
import { typeNamesOf, valueNamesOf } from "../../model/generated-names.ts";
import type { Model } from "../../model/model.ts";
import { readModel } from "../../drop-unsupported/read-model.ts";
import { SpecErrors } from "../../spec/spec-error.ts";
import { skeletonOf, type GivenNames } from "../skeleton.ts";
import { documentOf, type Shape } from "./document-of.ts";
import { evaluate } from "./evaluate.ts";
import { hostileId, hostileText } from "./hostile-text.ts";
import { sayHarmless, sayHostile, type Say } from "./texts.ts";
import { withoutNetwork } from "./without-network.ts";

/** What a run of many hostile documents came to. */
export interface HostileRun {
  /** What went wrong, with the seed and the path to repeat it. */
  failure: string | undefined;
  /** How many documents a program was made from. The others were refused with a named error. */
  generated: number;
  refused: number;
  networkAttempts: number;
}

/** What a document of a test is made of. */
const documentShape: Arbitrary<Shape> = record<Shape>({
  version: constantFrom("3.0.3", "3.1.0"),
  operations: array(
    record({
      method: constantFrom("get", "post", "put", "delete"),
      inPath: boolean(),
      inQuery: constantFrom(0, 1, 2),
      inHeader: boolean(),
      body: constantFrom("none", "members", "whole", "list"),
      answer: constantFrom("data", "bare", "page", "nothing", "several"),
      deprecated: boolean(),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  schemas: array(constantFrom("object", "text", "either", "self", "parts", "free"), { minLength: 1, maxLength: 3 }),
});
/** Texts for `sayHostile`. */
const hostileTexts = array(hostileText, { minLength: 1, maxLength: 30 });
/** Ids for `sayHostile`. */
const hostileIds = array(hostileId, { minLength: 1, maxLength: 4 });

/**
 * Makes hostile documents and harmless ones of the same shape, and compares the programs that are made from them.
 *
 * They must differ in data only; the files must be the same; and running them must change nothing.
 */
export async function runHostileCases(numRuns: number, seed?: number, path?: string): Promise<HostileRun> {
  let generated = 0;
  let refused = 0;
  let failure: string | undefined;
  const property = asyncProperty(documentShape, hostileTexts, hostileIds, async (made, texts, ids) => {
    const hostile = await programOf(made, sayHostile(texts, ids));
    if (hostile === undefined) {
      refused += 1;
      return;
    }
    const harmless = await programOf(made, sayHarmless());
    if (harmless === undefined) throw new Error("A harmless document was refused");
    compare(hostile, harmless);
    generated += 1;
  });
  const networkAttempts = await withoutNetwork(async () => {
    const replay = { ...(seed !== undefined && { seed }), ...(path !== undefined && { path }) };
    const { failed, ...details } = await check(property, { numRuns, ...replay });
    if (failed)
      failure = `Repeat with --seed=${details.seed} --path=${details.counterexamplePath}: ${String(details.errorInstance)}`;
  });
  return { failure, generated, refused, networkAttempts };
}

/** Generated files, and the model they were made from. */
interface Program {
  files: GeneratedFiles;
  model: Model;
}

async function programOf(made: Shape, say: Say): Promise<Program | undefined> {
  try {
    const { model } = readModel(parse(JSON.stringify(documentOf(made, say)), "spec.json"));
    return { files: await generateFrom(model), model };
  } catch (error) {
    if (error instanceof SpecErrors) return undefined;
    throw error;
  }
}

function compare(hostile: Program, harmless: Program): void {
  const expected = EMITTERS.map(({ path }) => path);
  if ([...hostile.files.keys()].join() !== expected.join()) throw new Error("Other files were made");
  for (const [path, code] of hostile.files) {
    // What is written for people is no program; `reference.test.ts` is about that.
    if (!path.endsWith(".ts")) continue;
    const wanted = skeletonOf(harmless.files.get(path) ?? "", namesFor(path, harmless.model));
    if (skeletonOf(code, namesFor(path, hostile.model)) !== wanted)
      throw new Error(`${path} is another program:\n${code}`);
  }
  const modules = [...hostile.files].filter(([path]) => path.endsWith(".ts") && !path.startsWith("packages/types/"));
  evaluate(modules.map(([, code]) => code));
}

/** What each name in a file stands for, such as the third hook of the second operation. The contract names only operations. */
function namesFor(path: string, { operations, schemas }: Model): GivenNames {
  const namesOf = path.startsWith("packages/types/") ? typeNamesOf : valueNamesOf;
  const isContract = path.startsWith("packages/msw/");
  const others = operations.flatMap((operation, place) =>
    namesOf(operation).map((name, index): [string, string] => [name, `operation ${place} ${index}`]),
  );
  const ids = operations.map(({ id }, place): [string, string] => [id, `operation ${place}`]);
  return {
    members: new Map(isContract ? ids : []),
    schemas: new Map(schemas.map(({ typeName }, place) => [typeName, `schema ${place}`])),
    others: new Map(isContract ? [] : others),
  };
}
