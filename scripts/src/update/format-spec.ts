import { isDeepStrictEqual } from "node:util";

import { stringify } from "yaml";

import { createFormat } from "../format.ts";
import { parse, type Source } from "../load.ts";

/**
 * The text under which a document is kept: YAML, formatted as everything here is.
 *
 * Comments in YAML stay. JSON becomes YAML, because the differences between two versions of it can be read.
 *
 * @throws {Error} if the text would not say the same as the document
 */
export async function formatSpec(text: string, { document, file }: Source): Promise<string> {
  const isJson = text.trimStart().startsWith("{");
  const format = await createFormat();
  const yaml = isJson ? stringify(document, { lineWidth: 120, aliasDuplicateObjects: false }) : text;
  const kept = await format("spec.yaml", yaml);
  if (!isDeepStrictEqual(parse(kept, file).document, document)) {
    throw new Error(`${file} cannot be kept as YAML: it would say something else`);
  }
  return kept;
}
