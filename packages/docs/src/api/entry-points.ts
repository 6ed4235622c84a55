import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** A module that users can import. */
export interface EntryPoint {
  /** The name without the scope, such as `react/query`. */
  readonly name: string;
  /** The absolute path of the source file. */
  readonly source: string;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Returns the entry points of all published packages, in the order of the packages' exports. */
export function readEntryPoints(root: string): EntryPoint[] {
  const manifests = globSync("packages/*/package.json", { cwd: root }).toSorted();
  return manifests.flatMap((path) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(root, path), "utf8"));
    if (manifest.private) return [];
    return Object.keys(manifest.exports).flatMap((subpath) => {
      const source = join(root, dirname(path), "src", `${subpath === "." ? "index" : subpath}.ts`);
      const name = posix.join(manifest.name.replace("@segment-iam/", ""), subpath);
      return existsSync(source) ? [{ name, source }] : [];
    });
  });
}

/** Returns the names of all published packages without the scope. */
export function readPackageNames(root: string): string[] {
  return [...new Set(readEntryPoints(root).map(({ name }) => name.replace(/\/.*/, "")))];
}
