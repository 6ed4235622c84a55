import { isDeepStrictEqual } from "node:util";

import { stringify } from "yaml";

import { createFormat } from "../format.ts";
import { parse, type Source } from "../load.ts";

/**
 * Formats a document as the YAML text that the repository stores.
 *
 * Keeps comments in YAML. Converts JSON to YAML, whose line diffs are easier to read.
 *
 * @throws {Error} if the formatted text does not parse to the same document
 */
export async function formatSpec(text: string, { document, file }: Source): Promise<string> {
  const isJson = text.trimStart().startsWith("{");
  const format = await createFormat();
  const yaml = isJson ? stringify(document, { lineWidth: 120, aliasDuplicateObjects: false }) : text;
  const formatted = await format("spec.yaml", yaml);
  if (!isDeepStrictEqual(parse(formatted, file).document, document)) {
    throw new Error(`${file} cannot be converted to YAML without changing its contents`);
  }
  return formatted;
}
