import { EMITTERS } from "./emit/emitters.ts";
import { createFormat } from "./format.ts";
import type { Source } from "./load.ts";
import type { Model } from "./model/model.ts";
import { readModel } from "./drop-unsupported/read-model.ts";

/** The text of each generated file, by its path relative to the repository root. */
export type GeneratedFiles = Map<string, string>;

/**
 * Generates all files from a document, in memory.
 *
 * @throws {SpecErrors} If the document is invalid or not supported.
 */
export async function generate(source: Source): Promise<GeneratedFiles> {
  return generateFromModel(readModel(source).model);
}

/** Generates all files from a model, in memory. It runs the emitters one at a time to limit peak memory. */
export async function generateFromModel(model: Model): Promise<GeneratedFiles> {
  const format = await createFormat();
  const header = `@generated from ${model.file} by \`pnpm generate\`. Do not edit.`;
  const files: GeneratedFiles = new Map();
  for (const { path, emit } of EMITTERS) {
    const text = await emit(model);
    files.set(path, await format(path, path.endsWith(".json") ? text : `${firstLine(path, header)}\n\n${text}`));
  }
  return files;
}

function firstLine(path: string, header: string): string {
  return path.endsWith(".md") ? `<!-- ${header} -->` : `// ${header}`;
}
