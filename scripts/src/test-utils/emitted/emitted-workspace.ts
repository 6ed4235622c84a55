import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import type { GeneratedFiles } from "../../generate.ts";
import { SHARED_SCHEMAS } from "../../model/conventions.ts";
import { REPOSITORY } from "../../repository.ts";
import { compile } from "../../update/find-type-errors.ts";

/** The packages that depend on generated code. */
export const PACKAGES = ["types", "client", "helpers", "react", "msw", "proxy"];

/** The entry points to type-check. They exclude the mock's resolvers, which are specific to IAM Users. */
const ENTRIES = [
  "types/src/index.ts",
  "client/src/index.ts",
  "helpers/src/index.ts",
  "react/src/index.ts",
  "react/src/query.ts",
  "msw/src/create-mock-api.ts",
  "msw/src/generated/contract.ts",
  "proxy/src/index.ts",
];

/** The entry points to type-check if the document contains IAM Users. */
export const IAM_ENTRIES = [
  "msw/src/index.ts",
  "msw/src/workspace.ts",
  "msw/src/server.ts",
  "msw/src/bin.ts",
  "react/src/optimistic.ts",
  "react/src/testing.ts",
];

/** Types that the hand-written sources import, for documents that do not define them. */
const SHIM = `
export interface RequestError { type: string; message?: string; field?: string; data?: unknown; status?: number }
export interface PaginationInput { cursor?: string; count: number }
export interface PaginationOutput { current: string; next?: string | null; previous?: string | null; totalEntries?: number }
`;

/**
 * Copies the hand-written sources of the packages into a directory and adds the generated files.
 *
 * Nothing is installed. Dependencies are links into the repository, and packages link to each other in the directory.
 */
export async function writeEmittedWorkspace(directory: string, files: GeneratedFiles = new Map()): Promise<void> {
  for (const name of PACKAGES) {
    const from = join(REPOSITORY, "packages", name);
    const to = join(directory, "packages", name);
    await mkdir(to, { recursive: true });
    await cp(join(from, "src"), join(to, "src"), { recursive: true, filter: isHandWritten });
    for (const file of await findConfigFiles(from)) await cp(join(from, file), join(to, file));
    await linkDependencies(join(from, "node_modules"), join(to, "node_modules"));
  }
  for (const [path, code] of files) await writeText(join(directory, path), code);
  await cp(join(REPOSITORY, "tsconfig.base.json"), join(directory, "tsconfig.base.json"));
  await addShim(directory);
}

/** Type-checks the sources of an emitted workspace, and further files in it. Returns the compiler output, empty on success. */
export async function typeCheck(directory: string, otherFiles: readonly string[] = []): Promise<string> {
  return compileFiles(directory, [...ENTRIES, ...otherFiles], { paths: sourcePaths() });
}

/** Type-checks a file against the declarations of the built packages. Returns the compiler output, empty on success. */
export async function typeCheckBuilt(directory: string, file: string): Promise<string> {
  return compileFiles(directory, [file], {});
}

/** Returns the paths of the packages' type tests, which are specific to IAM Users. */
export async function findTypeTests(directory: string): Promise<string[]> {
  const found = await Promise.all(
    PACKAGES.map(async (name) => {
      const files = await readdir(join(directory, "packages", name, "src"), { recursive: true });
      return files.filter((file) => /\.test-d\.tsx?$/.test(file)).map((file) => `${name}/src/${file}`);
    }),
  );
  return found.flat();
}

async function compileFiles(directory: string, files: readonly string[], options: object): Promise<string> {
  await writeText(join(directory, "tsconfig.json"), JSON.stringify(tsconfig(files, options)));
  return compile(REPOSITORY, directory);
}

async function findConfigFiles(from: string): Promise<string[]> {
  return (await readdir(from)).filter((file) => /^package\.json$|^tsconfig.*\.json$|\.config\.ts$/.test(file));
}

/** Links the dependencies of a package. Packages of the workspace link to their copy in the directory. */
async function linkDependencies(from: string, to: string): Promise<void> {
  const entries = (await readdir(from)).filter((entry) => entry === ".bin" || !/^\.|^@segment-iam$/.test(entry));
  await mkdir(join(to, "@segment-iam"), { recursive: true });
  await Promise.all([
    ...entries.map((entry) => symlink(join(from, entry), join(to, entry))),
    ...PACKAGES.map((name) => symlink(join(to, "../..", name), join(to, "@segment-iam", name))),
  ]);
}

function isHandWritten(path: string): boolean {
  return !/\.test\.tsx?$/.test(path) && !["generated", "test-utils"].includes(basename(path));
}

async function addShim(directory: string): Promise<void> {
  const source = join(directory, "packages/types/src");
  const schemas = await readFile(join(source, "generated/schemas.ts"), "utf8");
  const missing = SHARED_SCHEMAS.filter(
    (name) => !new RegExp(`export type (?:${name} =|{[^}]*\\b${name}\\b)`).test(schemas),
  );
  if (missing.length === 0) return;
  await writeText(join(source, "shim.ts"), SHIM);
  await writeText(
    join(source, "index.ts"),
    `export type * from "./generated/index.ts";\nexport type { ${missing.join(", ")} } from "./shim.ts";\n`,
  );
}

function tsconfig(files: readonly string[], options: object): object {
  return {
    extends: join(REPOSITORY, "tsconfig.base.json"),
    compilerOptions: {
      lib: ["es2023", "dom", "dom.iterable"],
      types: ["node"],
      typeRoots: [join(REPOSITORY, "node_modules/@types")],
      jsx: "react-jsx",
      ...options,
    },
    files: files.map((file) => `packages/${file}`),
  };
}

/** Maps package names to their sources, so that type-checking needs no build. */
function sourcePaths(): Record<string, string[]> {
  const entries = PACKAGES.flatMap((name) => [
    [`@segment-iam/${name}`, [`./packages/${name}/src/index.ts`]],
    [`@segment-iam/${name}/*`, [`./packages/${name}/src/*.ts`]],
  ]);
  return Object.fromEntries(entries) as Record<string, string[]>;
}

async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
