import { execFile } from "node:child_process";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

import type { GeneratedFiles } from "../generate.ts";
import { REPOSITORY } from "../repository.ts";

/** The packages that depend on generated code. */
const PACKAGES = ["types", "client", "helpers", "react", "msw", "proxy"];

/** What is type-checked, and what it imports. The mock's behaviours are not among it: they belong to one document. */
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

/** What the hand-written sources take from this API's document, for documents that do not have it. */
const SHIM = `
export interface RequestError { type: string; message?: string; field?: string; data?: unknown; status?: number }
export interface PaginationInput { cursor?: string; count: number }
export interface PaginationOutput { current: string; next?: string | null; previous?: string | null; totalEntries?: number }
`;

/**
 * Lays the packages' hand-written sources out in a directory, around the generated files that are there or are given.
 *
 * Nothing is installed: the packages find their dependencies in the repository, and each other in the directory.
 */
export async function layOut(directory: string, files: GeneratedFiles = new Map()): Promise<void> {
  for (const name of PACKAGES) {
    const from = join(REPOSITORY, "packages", name);
    const to = join(directory, "packages", name);
    await mkdir(to, { recursive: true });
    await cp(join(from, "src"), join(to, "src"), { recursive: true, filter: isHandWritten });
    await cp(join(from, "package.json"), join(to, "package.json"));
    if (name !== "types") await cp(join(from, "tsdown.config.ts"), join(to, "tsdown.config.ts"));
    await symlink(join(from, "node_modules"), join(to, "node_modules"));
  }
  for (const [path, code] of files) await writeText(join(directory, path), code);
  await addShim(directory);
}

/** Type-checks what `layOut` made, and other files among it, with the repository's compiler; gives its complaints. */
export async function typeCheck(directory: string, others: readonly string[] = []): Promise<string> {
  await writeText(join(directory, "tsconfig.json"), JSON.stringify(tsconfig([...ENTRIES, ...others])));
  const compiler = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  try {
    await promisify(execFile)(process.execPath, [compiler, "-p", directory, "--pretty", "false"], {
      maxBuffer: 2 ** 28,
    });
    return "";
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout) || error.message;
    throw error;
  }
}

function isHandWritten(path: string): boolean {
  return !/\.test(-d)?\.tsx?$/.test(path) && !["generated", "testing", "test-support"].includes(basename(path));
}

async function addShim(directory: string): Promise<void> {
  const source = join(directory, "packages/types/src");
  const schemas = await readFile(join(source, "generated/schemas.ts"), "utf8");
  const missing = ["RequestError", "PaginationInput", "PaginationOutput"].filter(
    (name) => !schemas.includes(`export type ${name} =`),
  );
  if (missing.length === 0) return;
  await writeText(join(source, "shim.ts"), SHIM);
  await writeText(
    join(source, "index.ts"),
    `export type * from "./generated/index.ts";\nexport type { ${missing.join(", ")} } from "./shim.ts";\n`,
  );
}

function tsconfig(entries: readonly string[]): object {
  const sources = PACKAGES.flatMap((name) => [
    [`@segment-iam/${name}`, [`./packages/${name}/src/index.ts`]],
    [`@segment-iam/${name}/*`, [`./packages/${name}/src/*.ts`]],
  ]);
  return {
    extends: join(REPOSITORY, "tsconfig.base.json"),
    compilerOptions: {
      lib: ["es2023", "dom", "dom.iterable"],
      types: ["node"],
      typeRoots: [join(REPOSITORY, "node_modules/@types")],
      jsx: "react-jsx",
      paths: Object.fromEntries(sources),
    },
    files: entries.map((entry) => `packages/${entry}`),
  };
}

async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
