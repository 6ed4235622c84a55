import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/** The texts of the files in a directory, by relative path. */
type Tree = Record<string, string>;

/** A temporary directory for one test. */
export interface TemporaryTree extends Disposable {
  root: string;
  write(path: string, text: string | Uint8Array): void;
  read(): Tree;
}

/** Creates a temporary directory with the given files. Declare it with `using` to delete it at the end of the block. */
export function temporaryTree(files: Record<string, string | Uint8Array> = {}): TemporaryTree {
  const root = mkdtempSync(join(tmpdir(), "segment-iam-"));
  const write = (path: string, text: string | Uint8Array): void => {
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
