import { enableCompileCache } from "node:module";
import { join } from "node:path";

import { DownloadError } from "./update/download-spec.ts";
import { REPOSITORY } from "./repository.ts";
import { SpecErrors } from "./spec/spec-error.ts";
import { FileError } from "./write.ts";

/**
 * Runs a command with the arguments of the process, and prints its result.
 *
 * Exits with code 1 if a document is invalid or a file cannot be read or written. Exits with code 2 after printing `help` if the
 * arguments are invalid.
 */
export async function runCommand(help: string, command: (args: string[]) => Promise<string>): Promise<void> {
  enableCompileCache(join(REPOSITORY, "node_modules/.cache/node"));
  try {
    console.log(await command(process.argv.slice(2)));
  } catch (error) {
    if (error instanceof SpecErrors) {
      console.error(`${error.message}\nNothing was written.`);
      process.exitCode = 1;
    } else if (error instanceof FileError || error instanceof DownloadError) {
      console.error(error.message);
      process.exitCode = 1;
    } else if (error instanceof UsageError || isArgumentError(error)) {
      console.error(`${error.message}\n\n${help}`);
      process.exitCode = 2;
    } else {
      throw error;
    }
  }
}

/** Thrown when a command gets invalid arguments. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Checks that all names in the arguments are known. @throws {UsageError} for the first unknown name */
export function checkNames(kind: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`Unknown ${kind} "${unknown}"; expected ${known.join(", ")}`);
}

/** Returns whether `parseArgs` threw the error. */
export function isArgumentError(error: unknown): error is TypeError {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
