import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";

import type { GeneratedFiles } from "./generate.ts";

/** A file to create, replace or delete. */
export interface FileChange {
  /** Relative to the root, with forward slashes. */
  path: string;
  /** The current text; `undefined` if the file does not exist. */
  before?: string;
  /** The text to write; `undefined` to delete the file. */
  after?: string;
}

/** Thrown when a file cannot be read or written. The message is a single line. */
export class FileError extends Error {
  override readonly name = "FileError";

  constructor(action: string, path: string, cause: unknown, state = "Nothing was written") {
    super(`Cannot ${action} ${path}: ${reasonOf(cause)}. ${state}.`, { cause });
  }
}

/** Returns the message of a file system error without the call and the path. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // Missing directories are created, so a missing part of the path can only be the target of a link.
  if ("code" in cause && cause.code === "ENOENT") return "ENOENT: a symbolic link on its path has no target";
  return cause.message.replace(/, \w+(?: '.*)?$/s, "");
}

/**
 * Compares generated files with the files below `root`.
 *
 * In the directories of generated files, other files that are marked as generated are obsolete and will be deleted.
 *
 * @throws {FileError} If a file cannot be read.
 */
export async function findChanges(root: string, files: GeneratedFiles): Promise<FileChange[]> {
  const changes = await Promise.all(Array.from(files, ([path, after]) => findChange(root, path, after)));
  const obsolete: FileChange[] = [];
  for (const directory of new Set([...files.keys()].map((path) => dirname(path)))) {
    for (const path of await listFiles(root, directory)) {
      if (files.has(path)) continue;
      const before = await readText(root, path);
      if (before !== undefined && /^(?:\/\/|<!--) @generated/.test(before)) obsolete.push({ path, before });
    }
  }
  return [...changes.flat(), ...obsolete];
}

/** Compares one file with its expected text. @throws {FileError} If the file cannot be read. */
export async function findChange(root: string, path: string, after: string): Promise<FileChange[]> {
  const before = await readText(root, path);
  return before === after ? [] : [{ path, after, ...(before !== undefined && { before }) }];
}

/**
 * Applies changes to the files below `root`.
 *
 * Writes all texts to temporary files first, and then renames each to its target. So no reader sees a partial file, and no
 * file is replaced if any text cannot be written.
 *
 * @throws {FileError} If a file cannot be written or deleted.
 */
export async function writeChanges(root: string, changes: readonly FileChange[]): Promise<void> {
  const temporaryPaths = new Map<string, string>();
  let written = 0;
  const wrapErrors = async (path: string, work: () => Promise<unknown>): Promise<void> => {
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
      const temporaryPath = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
      temporaryPaths.set(path, temporaryPath);
      await wrapErrors(path, async () => {
        await mkdir(dirname(target), { recursive: true });
        await writeFile(temporaryPath, after);
      });
    }
    for (const { path } of changes) {
      const temporaryPath = temporaryPaths.get(path);
      await wrapErrors(path, () =>
        temporaryPath === undefined ? rm(join(root, path)) : rename(temporaryPath, join(root, path)),
      );
      temporaryPaths.delete(path);
      written += 1;
    }
  } finally {
    // Deletes the remaining temporary files after an error.
    for (const temporaryPath of temporaryPaths.values()) await rm(temporaryPath, { force: true }).catch(() => {});
  }
}

/** Returns the text of a file, or `undefined` if it does not exist. @throws {FileError} If it cannot be read. */
async function readText(root: string, path: string): Promise<string | undefined> {
  return readFile(join(root, path), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (isMissing(error)) return undefined;
    throw new FileError("read", path, error);
  });
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
