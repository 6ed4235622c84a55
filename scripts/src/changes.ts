import { readdir, readFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";

import type { GeneratedFiles } from "./generate.ts";
import { readIfThere, undefinedIfMissing } from "./read-if-there.ts";

/** A generated file that is not as it should be. */
export interface Change {
  /** From the root, with slashes. */
  path: string;
  /** What is there; nothing if the file is missing. */
  before?: string;
  /** What should be there; nothing if the file is left over from an earlier run. */
  after?: string;
}

/** Compares the generated files with those below `root`. Files that no generator wrote are not looked at. */
export async function findChanges(root: string, files: GeneratedFiles): Promise<Change[]> {
  const changes: Change[] = [];
  for (const [path, after] of files) {
    const before = await readIfThere(join(root, path));
    if (before !== after) changes.push({ path, after, ...(before !== undefined && { before }) });
  }
  for (const directory of new Set([...files.keys()].map((path) => dirname(path)))) {
    for (const path of await listFiles(root, directory)) {
      if (files.has(path)) continue;
      const before = await readFile(join(root, path), "utf8");
      if (before.startsWith("// @generated")) changes.push({ path, before });
    }
  }
  return changes;
}

async function listFiles(root: string, directory: string): Promise<string[]> {
  const entries = (await readdir(join(root, directory), { withFileTypes: true }).catch(undefinedIfMissing)) ?? [];
  return entries.filter((entry) => entry.isFile()).map(({ name }) => posix.join(directory, name));
}
