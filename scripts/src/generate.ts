import { EMITTERS } from "./emit/emitters.ts";
import { createFormat } from "./format.ts";
import type { Source } from "./load.ts";
import type { Model } from "./model/model.ts";
import { readModel } from "./drop-unsupported/read-model.ts";

/** The text of each generated file, by its path from the root of the repository. */
export type GeneratedFiles = Map<string, string>;

/**
 * Makes all generated files from a document, in memory.
 *
 * @throws {SpecErrors}
 */
export async function generate(source: Source): Promise<GeneratedFiles> {
  return generateFrom(readModel(source).model);
}

/** Makes all generated files from a model, in memory: one after the other, so that no two take it at once. */
export async function generateFrom(model: Model): Promise<GeneratedFiles> {
  const format = await createFormat();
  const mark = `@generated from ${model.file} by \`pnpm generate\`. Do not edit.`;
  const files: GeneratedFiles = new Map();
  for (const { path, emit } of EMITTERS) {
    const firstLine = path.endsWith(".md") ? `<!-- ${mark} -->` : `// ${mark}`;
    files.set(path, await format(path, `${firstLine}\n\n${await emit(model)}`));
  }
  return files;
}
