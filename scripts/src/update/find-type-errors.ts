import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

import type { GeneratedFiles } from "../generate.ts";

/** Errors of the type checker in one file. */
export interface FileTypeErrors {
  /** Relative to the root of the repository. */
  path: string;
  /** The messages, each with its line: `12: Cannot find name 'x'.` */
  messages: string[];
}

/** The folders that the repository's own type checks exclude, or that contain no source files. */
const EXCLUDED = new Set(["node_modules", "dist", "generated", "reports", ".turbo", "examples", "fixtures"]);

/**
 * Type-checks all hand-written code below `root`, including tests and scripts, with newly generated files.
 *
 * Packages import the sources of each other, so no build is needed. Changes nothing below `root`.
 * Returns no errors if `root` has no `tsconfig.base.json`, because it is not a copy of this repository then.
 */
export async function findTypeErrors(root: string, files: GeneratedFiles): Promise<FileTypeErrors[]> {
  if (!existsSync(join(root, "tsconfig.base.json"))) return [];
  const directory = await mkdtemp(join(tmpdir(), "segment-iam-update-"));
  try {
    const folders = await copyFolders(root, directory);
    for (const [path, text] of files) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    const { include: scripts } = JSON.parse(await readFile(join(root, "scripts/tsconfig.json"), "utf8"));
    await writeFile(join(directory, "tsconfig.json"), JSON.stringify(tsconfig(root, folders, scripts)));
    return parseErrors(await compile(root, directory));
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Copies the packages and the scripts without generated files, and links their dependencies. Returns the copied folders. */
async function copyFolders(root: string, directory: string): Promise<string[]> {
  const packages = await readdir(join(root, "packages"));
  const folders = ["scripts", ...packages.map((name) => `packages/${name}`)];
  for (const folder of folders) {
    await cp(join(root, folder), join(directory, folder), {
      recursive: true,
      filter: (path) => !EXCLUDED.has(basename(path)),
    });
  }
  for (const folder of [".", ...folders]) {
    const dependencies = join(root, folder, "node_modules");
    if (existsSync(dependencies)) await symlink(dependencies, join(directory, folder, "node_modules"));
  }
  return folders;
}

function tsconfig(root: string, folders: readonly string[], scripts: readonly string[]): object {
  const names = folders.filter((folder) => folder.startsWith("packages/")).map((folder) => basename(folder));
  const paths = names.flatMap((name) => [
    [`@segment-iam/${name}`, [`./packages/${name}/src/index.ts`]],
    [`@segment-iam/${name}/*`, [`./packages/${name}/src/*.ts`]],
  ]);
  return {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: {
      // The union of the options of all packages.
      lib: ["es2025", "dom", "dom.iterable"],
      types: ["node", "vite/client"],
      jsx: "react-jsx",
      isolatedDeclarations: false,
      declaration: false,
      paths: Object.fromEntries(paths) as object,
    },
    include: ["packages/*/src", ...scripts.map((path) => `scripts/${path}`)],
  };
}

/** Type-checks the project in a directory with the compiler of the repository. Returns its output, empty on success. */
export async function compile(root: string, directory: string): Promise<string> {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  try {
    await promisify(execFile)(process.execPath, [compiler, "-p", directory, "--pretty", "false"], {
      cwd: directory,
      maxBuffer: 2 ** 28,
    });
    return "";
  } catch (error) {
    if (error instanceof Error && "stdout" in error && error.stdout) return String(error.stdout);
    throw error;
  }
}

/** Groups the errors by file. Lines without a position continue the previous error. */
function parseErrors(output: string): FileTypeErrors[] {
  const errors = new Map<string, string[]>();
  for (const [, path = "", line, message] of output.matchAll(/^(\S[^(\n]*)\((\d+),\d+\): error TS\d+: (.*)$/gm)) {
    errors.set(path, [...(errors.get(path) ?? []), `${line}: ${message}`]);
  }
  return Array.from(errors, ([path, messages]) => ({ path, messages }));
}
