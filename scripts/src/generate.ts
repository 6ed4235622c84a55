import { EMITTERS } from "./emit/emitters.ts";
import { createFormat } from "./format.ts";
import type { Source } from "./load.ts";
import { buildModel } from "./model/build-model.ts";
import { validate } from "./validate/validate.ts";

/** The text of each generated file, by its path from the root of the repository. */
export type GeneratedFiles = Map<string, string>;

/**
 * Makes all generated files from a document, in memory.
 *
 * @throws {SpecErrors}
 */
export async function generate(source: Source): Promise<GeneratedFiles> {
  const model = buildModel(source, validate(source));
  const format = await createFormat();
  const firstLine = `// @generated from ${model.file} by \`pnpm generate\`. Do not edit.`;
  const files = EMITTERS.map(async ({ path, emit }) => {
    const code = `${firstLine}\n\n${await emit(model)}`;
    return [path, await format(path, code)] as const;
  });
  return new Map(await Promise.all(files));
}
