import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";

import type { GeneratedFiles } from "./generate.ts";

/** A file that differs from what it should be. */
export interface FileChange {
  /** From the root, with slashes. */
  path: string;
  /** The present text; `undefined` if the file is missing. */
  before?: string;
  /** The text to write; `undefined` if the file is to be deleted. */
  after?: string;
}

/** Thrown when a file cannot be read or written. The message is one line. */
export class FileError extends Error {
  override readonly name = "FileError";

  constructor(action: string, path: string, cause: unknown, state = "Nothing was written") {
    const reason = cause instanceof Error ? cause.message.replace(/, \w+ '.*/s, "") : String(cause);
    super(`Cannot ${action} ${path}: ${reason}. ${state}.`, { cause });
  }
}

/** Compares the generated files with those below `root`, including left-over files that are marked as generated. @throws {FileError} */
export async function findChanges(root: string, files: GeneratedFiles): Promise<FileChange[]> {
  const changes = await Promise.all(Array.from(files, ([path, after]) => findChange(root, path, after)));
  const leftOver: FileChange[] = [];
  for (const directory of new Set([...files.keys()].map((path) => dirname(path)))) {
    for (const path of await listFiles(root, directory)) {
      if (files.has(path)) continue;
      const before = await readFile(join(root, path), "utf8");
      if (/^(?:\/\/|<!--) @generated/.test(before)) leftOver.push({ path, before });
    }
  }
  return [...changes.flat(), ...leftOver];
}

/** Compares one file with the text that it should have. @throws {FileError} */
export async function findChange(root: string, path: string, after: string): Promise<FileChange[]> {
  const before = await readFile(join(root, path), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (!isMissing(error)) throw new FileError("read", path, error);
  });
  return before === after ? [] : [{ path, after, ...(before !== undefined && { before }) }];
}

/**
 * Brings the files below `root` up to date.
 *
 * Everything is written to temporary files first, each of which then replaces its target by a rename. No reader sees half a
 * file, and nothing is replaced unless everything could be written.
 *
 * @throws {FileError}
 */
export async function writeChanges(root: string, changes: readonly FileChange[]): Promise<void> {
  const temporary = new Map<string, string>();
  let written = 0;
  const orFail = async (path: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      throw new FileError("write", path, cause, written > 0 ? `${written} other files were written` : undefined);
    }
  };
  try {
    for (const { path, after } of changes) {
      if (after === undefined) continue;
      const target = join(root, path);
      const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
      temporary.set(path, beside);
      await orFail(path, async () => {
        await mkdir(dirname(target), { recursive: true });
        await writeFile(beside, after);
      });
    }
    for (const { path } of changes) {
      const beside = temporary.get(path);
      await orFail(path, () => (beside === undefined ? rm(join(root, path)) : rename(beside, join(root, path))));
      temporary.delete(path);
      written += 1;
    }
  } finally {
    // Empty unless an error was thrown.
    for (const beside of temporary.values()) await rm(beside, { force: true }).catch(() => {});
  }
}

async function listFiles(root: string, directory: string): Promise<string[]> {
  const entries = await readdir(join(root, directory), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (!isMissing(error)) throw new FileError("read", directory, error);
      return [];
    },
  );
  return entries.filter((entry) => entry.isFile()).map(({ name }) => posix.join(directory, name));
}

function isMissing({ code }: NodeJS.ErrnoException): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}
