import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/** The files below a directory: their texts by their paths. */
export type Tree = Record<string, string>;

/** A directory of its own for one test. */
export interface TemporaryTree extends Disposable {
  root: string;
  write(path: string, text: string): void;
  read(): Tree;
}

/** Makes a directory with these files. It is deleted at the end of the block that it is made in. */
export function temporaryTree(files: Tree = {}): TemporaryTree {
  const root = mkdtempSync(join(tmpdir(), "segment-iam-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { root, write, read: () => readTree(root), [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}

function readTree(root: string): Tree {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.toSorted().map((path) => [relative(root, path), readFileSync(path, "utf8")]));
}
