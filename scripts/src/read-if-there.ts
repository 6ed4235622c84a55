import { readFile } from "node:fs/promises";

/** Reads a text file, if there is one. */
export async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(undefinedIfMissing);
}

/** For `catch`: lets a file or directory that is not there pass, and throws everything else again. */
export function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
