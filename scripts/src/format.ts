import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { format as formatWithOxfmt, type FormatConfig } from "oxfmt";

import { REPOSITORY } from "./repository.ts";

/**
 * The maximum length of formatted code, in characters. Longer files are not meant to be read, and formatting one would double
 * the memory use of a run.
 */
const MAX_LENGTH = 2_000_000;

/** oxfmt would unquote property names with recent Unicode letters, which compilers and older engines reject. */
const OVERRIDES: FormatConfig = { quoteProps: "preserve" };

/**
 * Formats code with the repository's oxfmt options.
 *
 * @throws {Error} If the code cannot be parsed, which is a bug in an emitter.
 */
export type Format = (path: string, code: string) => Promise<string>;

/** Creates a formatter with the options in `.oxfmtrc.json`. */
export async function createFormat(): Promise<Format> {
  const { ignorePatterns: _, overrides: __, ...options } = await readSettings();
  return async (path, code) => {
    if (code.length > MAX_LENGTH) return code;
    const result = await formatWithOxfmt(path, code, { ...options, ...OVERRIDES });
    const [error] = result.errors;
    if (error)
      throw new Error(`${path}: the generated code cannot be parsed: ${error.message}\n${error.codeframe ?? ""}`);
    return result.code;
  };
}

async function readSettings(): Promise<FormatConfig & { ignorePatterns?: unknown; overrides?: unknown }> {
  try {
    return JSON.parse(await readFile(join(REPOSITORY, ".oxfmtrc.json"), "utf8")) as FormatConfig;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { printWidth: 120 };
    throw error;
  }
}
