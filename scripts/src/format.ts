import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { format as formatWithOxfmt, type FormatConfig } from "oxfmt";

import { REPOSITORY } from "./repository.ts";

/**
 * The longest code that is formatted. Nobody reads a file that is longer, and the formatter would take as much memory for it as
 * all the rest of a run.
 */
const MAX_LENGTH = 2_000_000;

/** The formatter knows letters as identifiers that compilers and older engines do not know yet. */
const OVERRIDES: FormatConfig = { quoteProps: "preserve" };

/**
 * Formats code as the repository's own is.
 *
 * @throws {Error} if the code cannot be parsed, which is a mistake of an emitter.
 */
export type Format = (path: string, code: string) => Promise<string>;

/** Reads the repository's settings for oxfmt. */
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
